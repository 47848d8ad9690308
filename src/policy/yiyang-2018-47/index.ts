/** 益人社函〔2018〕47号 as one value: rules, questions and codes with their words, the certificate. */
import type { PolicySource } from "../language";
import { certificate } from "./certificate";
import { codes } from "./codes";
import { questions } from "./questions";
import { rules } from "./rules";

export const yiyang2018: PolicySource = { ...rules, questions: [...questions], codes, certificate };
