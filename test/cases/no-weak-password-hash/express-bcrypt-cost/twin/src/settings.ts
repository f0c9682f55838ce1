export const WORK_FACTOR = 12;
export const PAGE_SIZE = 6;
