import mysql from 'mysql2/promise';

export const connection = mysql.createPool(process.env.DATABASE_URL!);
