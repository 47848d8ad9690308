/** Requests of the section 其他文书 → excel/. */
import {
  drawSampleList,
  enterProblemView,
  leaveProblemView,
  makeForms,
  newSubmission,
  problemViewIsOn,
  writeYearReport,
} from "../../excel";
import type { PaperServices } from "./paper-requests";

export const papers: PaperServices = {
  make: (request, { today, ...steering }) => {
    switch (request.paper) {
      case "blank":
        return newSubmission(steering);
      case "forms":
        return makeForms({ blank: request.blank, ...steering });
      case "report":
        return writeYearReport({ today, ...steering });
      case "sample": {
        const { percent, seed, onePerPerson, by, replace } = request;
        return drawSampleList({ percent, seed, onePerPerson, by, replace, on: today, ...steering });
      }
      case "view":
        return request.on ? enterProblemView(steering) : leaveProblemView(steering);
    }
  },
  problemViewIsOn,
};
