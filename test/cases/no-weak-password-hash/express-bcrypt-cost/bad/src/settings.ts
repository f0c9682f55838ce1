export const WORK_FACTOR = 6;
export const PAGE_SIZE = 6;
