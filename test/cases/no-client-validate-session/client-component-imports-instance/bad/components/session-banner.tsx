'use client';

import { useEffect, useState } from 'react';
import { lucia } from '@/lib/auth'; // expect: no-client-validate-session

export function SessionBanner() {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    setShown(document.cookie.includes(lucia.sessionCookieName));
  }, []);
  return shown ? <p>You are signed in.</p> : null;
}
