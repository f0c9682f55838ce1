import type { Request, Response } from 'express';
import { eq } from 'drizzle-orm';
import { db } from '../db';
import { customers } from '../db/tables';

export class ProfileController {
  show = async (_req: Request, res: Response): Promise<void> => {
    const [row] = await db.select().from(customers).where(eq(customers.id, res.locals.user.id));
    if (!row) {
      res.sendStatus(404);
      return;
    }
    res.json({ ...row, displayName: `${row.firstName} ${row.lastName}` }); // expect: no-password-hash-exposure
  };
}
