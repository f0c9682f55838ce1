import sqlite from 'better-sqlite3';

export const database = sqlite(process.env.DATABASE_FILE ?? 'app.db');
