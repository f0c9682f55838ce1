import { MongodbAdapter } from '@lucia-auth/adapter-mongodb';
import { db } from '#db';

export const adapter = new MongodbAdapter(db.collection('$sessionTable'), db.collection('$userTable'));
