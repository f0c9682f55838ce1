'use client';

import { useEffect, useState } from 'react';
import type { User } from 'lucia';

export function SessionBanner({ user }: { user: User | null }) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    setShown(user !== null);
  }, [user]);
  return shown ? <p>You are signed in.</p> : null;
}
