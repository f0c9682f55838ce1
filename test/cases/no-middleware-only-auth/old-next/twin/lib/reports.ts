import { db } from './db';
export const listReports = () => db.report.findMany();
