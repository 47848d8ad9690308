/** 财会〔2018〕10号 as one value: rules, questions and codes with their words. */
import type { PolicySource } from "../language";
import { codes } from "./codes";
import { questions } from "./questions";
import { rules } from "./rules";

export const accounting2018: PolicySource = { ...rules, questions: [...questions], codes };
