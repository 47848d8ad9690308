/** Requests of the section 其他文书 → excel/. */
import type { WorkbookActions } from "../../excel";
import type { PaperServices } from "./paper-requests";

export const paperServices = (excel: WorkbookActions): PaperServices => ({
  make: (request, { today, ...steering }) => {
    switch (request.paper) {
      case "blank":
        return excel.newSubmission(steering);
      case "forms":
        return excel.makeForms({ blank: request.blank, ...steering });
      case "report":
        return excel.writeYearReport({ today, ...steering });
      case "sample": {
        const { percent, seed, onePerPerson, by, replace } = request;
        return excel.drawSampleList({ percent, seed, onePerPerson, by, replace, on: today, ...steering });
      }
      case "view":
        return request.on ? excel.enterProblemView(steering) : excel.leaveProblemView(steering);
    }
  },
  problemViewIsOn: excel.problemViewIsOn,
});
