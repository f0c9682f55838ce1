//#if sveltekit
//: import { env } from '$env/dynamic/private';
//:
//#endif
//#if astro5
//: import { getSecret } from 'astro:env/server';
//:
//#endif
/** A setting without which the server cannot work. */
export function requiredEnv(name: string): string {
  //#if sveltekit
  //: const value = env[name];
  //#endif
  //#if astro5
  //: const value = getSecret(name);
  //#endif
  //#if !env-of-framework
  const value = process.env[name];
  //#endif
  if (!value) throw new Error(`${name} is not set`);
  return value;
}
