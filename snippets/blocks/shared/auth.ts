//#if sveltekit
//: import { dev } from '$app/environment';
//#endif
import { Lucia } from 'lucia';
import { adapter } from '#adapter'; //#inline

export const $lucia = new Lucia(adapter, {
  sessionCookie: {
    //#if next-app
    // Pages cannot write cookies while they render. The cookie lasts, the session behind it does not.
    expires: false,
    //#endif
    attributes: {
      //#if sveltekit
      //: secure: !dev,
      //#endif
      //#if astro
      //: secure: import.meta.env.PROD,
      //#endif
      //#if !framework-flag
      secure: process.env.NODE_ENV !== 'development',
      //#endif
    },
  },
  // Only what is listed here reaches `user`: never the password hash.
  getUserAttributes: (attributes) => ({
    email: attributes.$emailColumn,
    //#if camel
    emailVerified: attributes.$emailVerifiedColumn,
    //#else
    //: emailVerified: Boolean(attributes.$emailVerifiedColumn),
    //#endif
  }),
});

declare module 'lucia' {
  interface Register {
    Lucia: typeof $lucia;
    DatabaseUserAttributes: {
      $emailColumn: string | null;
      //#if camel
      $emailVerifiedColumn: boolean;
      //#endif
      //#if snake-boolean
      //: $emailVerifiedColumn: boolean;
      //#endif
      //#if snake-number
      //: $emailVerifiedColumn: number;
      //#endif
    };
  }
}
