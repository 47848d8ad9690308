/** What runs in each worker of a batch. */
import { issueFile, reviewFile, type Issued, type Refused, type Reviewed, type Task } from "./task";

export default function work(task: Task): Promise<Reviewed | Issued | Refused> {
  return task.kind === "review" ? reviewFile(task) : issueFile(task);
}
