/** Hours as they are shown: sums of decimals without their rounding errors. */
export const rounded = (hours: number): number => Math.round(hours * 1e6) / 1e6;
