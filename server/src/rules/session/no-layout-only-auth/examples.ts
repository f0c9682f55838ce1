import type { Examples } from '../../../core/examples';

const examples: Examples = {
  bad: [
    {
      name: 'a page below a layout that checks',
      dependencies: { lucia: '3.2.2', next: '15.5.29' },
      files: {
        'lib/auth.ts': `import { Lucia } from 'lucia';
import { cookies } from 'next/headers';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionCookie: { expires: false } });
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
export async function getUser() {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value ?? null;
  return id ? lucia.validateSession(id) : { user: null, session: null };
}
`,
        'app/admin/layout.tsx': `import { redirect } from 'next/navigation';
import { getUser } from '../../lib/auth';

export default async function AdminLayout({ children }: { children: React.ReactNode }) {
  const { user } = await getUser();
  if (!user) redirect('/login');
  return <main>{children}</main>;
}
`,
        'app/admin/orders/page.tsx': `import { prisma } from '../../../lib/prisma';

export default async function OrdersPage() {
//                            ^^^^^^^^^^ page
  const orders = await prisma.order.findMany({ select: { id: true, total: true } });
  return <pre>{JSON.stringify(orders)}</pre>;
}
`,
      },
    },
    {
      name: 'an action below a load that checks',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/routes/settings/+page.server.ts': `import { redirect } from '@sveltejs/kit';
import { prisma } from '$lib/server/prisma';

export const load = async ({ locals }) => {
  if (!locals.user) redirect(302, '/login');
  return { name: locals.user.name };
};

export const actions = {
  rename: async ({ request }) => {
//^^^^^^ action
    const form = await request.formData();
    await prisma.site.update({ where: { id: 1 }, data: { name: String(form.get('name')) } });
  },
};
`,
      },
    },
    {
      name: 'an action of a page that a build setting closes',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', '@prisma/client': '5.22.0' },
      files: {
        'src/routes/join/+page.server.ts': `import { redirect } from '@sveltejs/kit';
import { dev } from '$app/environment';
import { prisma } from '$lib/server/prisma';

export const load = async ({ locals }) => {
  if (locals.user) redirect(302, '/');
  if (!dev) redirect(302, '/login');
  return {};
};

export const actions = {
  join: async ({ request }) => {
//^^^^ closed
    const form = await request.formData();
    await prisma.member.create({ data: { email: String(form.get('email')) } });
  },
};
`,
      },
    },
    {
      name: 'an endpoint below a layout that checks',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/routes/(app)/+layout.server.ts': `import { redirect } from '@sveltejs/kit';

export const load = async ({ locals }) => {
  if (!locals.user) redirect(302, '/login');
  return { name: locals.user.name };
};
`,
        'src/routes/(app)/export/+server.ts': `import { json } from '@sveltejs/kit';
import { invoices } from '$lib/server/schema';

export const GET = async ({ locals }) => {
//           ^^^ action
  return json(await locals.db.select().from(invoices));
};
`,
      },
    },
    {
      name: 'a page below a layout that calls a helper',
      dependencies: { lucia: '3.2.2', next: '15.5.29', '@prisma/client': '5.22.0' },
      files: {
        'lib/session.ts': `import { Lucia } from 'lucia';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionCookie: { expires: false } });
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
export const current = cache(async () => {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value;
  return id ? lucia.validateSession(id) : { user: null, session: null };
});
export async function signedIn() {
  const { user } = await current();
  if (!user) redirect('/login');
  return user;
}
`,
        'app/(app)/layout.tsx': `import { signedIn } from '../../lib/session';

export default async function AppLayout({ children }: { children: React.ReactNode }) {
  const user = await signedIn();
  return (
    <main>
      {user.id}
      {children}
    </main>
  );
}
`,
        'app/(app)/reports/page.tsx': `import { prisma } from '../../../lib/prisma';

export default async function ReportsPage() {
//                            ^^^^^^^^^^^ page
  const reports = await prisma.report.findMany();
  return <p>{reports.length}</p>;
}
`,
      },
    },
    {
      name: 'an action that ends the sessions of others',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/lib/server/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
`,
        'src/routes/crew/+page.server.ts': `import { error } from '@sveltejs/kit';
import { eq } from 'drizzle-orm';
import { db } from '$lib/server/db';
import { lucia } from '$lib/server/lucia';
import { sailors } from '$lib/server/schema';

export const load = async ({ locals: { user } }) => {
  if (!user) error(401);
  return { sailors: await db.select({ id: sailors.id, name: sailors.name }).from(sailors) };
};

export const actions = {
  dismiss: async ({ request }) => {
//^^^^^^^ action
    const id = String((await request.formData()).get('id'));
    await lucia.invalidateUserSessions(id);
    await db.delete(sailors).where(eq(sailors.id, id));
  },
};
`,
      },
    },
    {
      name: 'a page that does not wait for its rows',
      dependencies: { lucia: '3.2.2', next: '15.5.29', 'drizzle-orm': '0.36.4' },
      files: {
        'lib/auth.ts': `import { Lucia } from 'lucia';
import { cookies } from 'next/headers';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionCookie: { expires: false } });
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
export async function getUser() {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value ?? null;
  return id ? lucia.validateSession(id) : { user: null, session: null };
}
`,
        'lib/deliveries.ts': `import { db } from './db';
import { deliveries } from './schema';

export const openDeliveries = () => db.select({ street: deliveries.street }).from(deliveries);
`,
        'app/depot/layout.tsx': `import { redirect } from 'next/navigation';
import { getUser } from '../../lib/auth';

export default async function DepotLayout({ children }: { children: React.ReactNode }) {
  const { user } = await getUser();
  if (!user) redirect('/login');
  return <main>{children}</main>;
}
`,
        'app/depot/page.tsx': `import { Suspense } from 'react';
import { openDeliveries } from '../../lib/deliveries';
import { Streets } from './streets';

export default function DepotPage() {
//                      ^^^^^^^^^ page
  return (
    <Suspense fallback="…">
      <Streets rows={openDeliveries()} />
    </Suspense>
  );
}
`,
      },
    },
    {
      name: 'a page whose components read the rows',
      dependencies: { lucia: '3.2.2', next: '14.2.35', '@prisma/client': '5.22.0' },
      files: {
        'lib/viewer.ts': `import { cookies } from 'next/headers';
import { lucia } from './lucia';

export async function viewer() {
  const id = cookies().get(lucia.sessionCookieName)?.value;
  return id ? lucia.validateSession(id) : { user: null, session: null };
}
`,
        'app/office/layout.tsx': `import { redirect } from 'next/navigation';
import { viewer } from '../../lib/viewer';

export default async function OfficeLayout({ children }: { children: React.ReactNode }) {
  const { user } = await viewer();
  if (user?.rank !== 'clerk') redirect('/');
  return <main>{children}</main>;
}
`,
        'app/office/payrolls/page.tsx': `import { Payrolls } from './payrolls';

export default function Page() {
//                      ^^^^ page
  return (
    <section>
      <h1>Payrolls</h1>
      <Payrolls />
    </section>
  );
}
`,
        'app/office/payrolls/payrolls.tsx': `import { Suspense } from 'react';
import { prisma } from '../../../lib/prisma';

async function Rows() {
  const payrolls = await prisma.payroll.findMany();
  return <p>{payrolls.length}</p>;
}

export function Payrolls() {
  return (
    <Suspense fallback={<p>…</p>}>
      <Rows />
    </Suspense>
  );
}
`,
      },
    },
    {
      name: 'an action that asks for the user only to count its requests',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/routes/prices/+page.server.ts': `import { redirect } from '@sveltejs/kit';
import { limiter } from '$lib/server/limiter';
import { prisma } from '$lib/server/prisma';

export const load = async ({ locals }) => {
  if (!locals.user?.isClerk) redirect(302, '/login');
  return { prices: await prisma.price.findMany() };
};

export const actions = {
  raise: async (event) => {
//^^^^^ action
    const { success } = await limiter.limit(event.locals.user?.id ?? event.getClientAddress());
    if (!success) return { message: 'Later' };
    const form = await event.request.formData();
    await prisma.price.updateMany({ where: { kind: String(form.get('kind')) }, data: { cents: Number(form.get('cents')) } });
  },
};
`,
      },
    },
    {
      name: 'a page that asks who is there only to show the name',
      dependencies: { lucia: '3.2.2', next: '15.5.29', '@prisma/client': '5.22.0' },
      files: {
        'lib/auth.ts': `import { Lucia } from 'lucia';
import { cookies } from 'next/headers';
import { cache } from 'react';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionCookie: { expires: false } });
export const whoIsThere = cache(async () => {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value;
  return id ? lucia.validateSession(id) : { user: null, session: null };
});
`,
        'app/staff/layout.tsx': `import { redirect } from 'next/navigation';
import { whoIsThere } from '../../lib/auth';

export default async function StaffLayout({ children }) {
  const { user } = await whoIsThere();
  if (!user) redirect('/login');
  return <section>{children}</section>;
}
`,
        'app/staff/menu.tsx': `'use client';

export function Menu({ name, isLead, shifts }) {
  return <nav title={isLead ? 'lead' : ''}>{name ?? 'Guest'} {shifts?.length}</nav>;
}
`,
        'app/staff/shifts/page.tsx': `import { whoIsThere } from '../../../lib/auth';
import { prisma } from '../../../lib/prisma';
import { Menu } from '../menu';

export default async function ShiftsPage() {
//                            ^^^^^^^^^^ page
  const { user } = await whoIsThere();
  const shifts = await prisma.shift.findMany();
  return (
    <main>
      <Menu name={user?.name} isLead={user?.role === 'lead'} shifts={shifts} />
      {shifts.map((shift) => <p key={shift.id}>{shift.worker}</p>)}
    </main>
  );
}
`,
      },
    },
    {
      name: 'tags that each team has for itself',
      dependencies: { lucia: '3.2.2', next: '15.1.0', '@prisma/client': '5.22.0' },
      files: {
        'src/session.ts': `import { cookies } from 'next/headers';
import { cache } from 'react';
import { lucia } from './lucia';

export const viewer = cache(async () =>
  lucia.validateSession((await cookies()).get(lucia.sessionCookieName)?.value ?? ''),
);
`,
        'src/app/[team]/layout.tsx': `import { redirect } from 'next/navigation';
import { viewer } from '../../session';

export default async function TeamLayout({ children }: { children: React.ReactNode }) {
  const { user } = await viewer();
  if (!user) redirect('/enter');
  return <main>{children}</main>;
}
`,
        'src/app/[team]/tags/page.tsx': `import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export default async function Tags({ params }: { params: Promise<{ team: string }> }) {
//                            ^^^^ page
  const { team } = await params;
  const tags = await prisma.tag.findMany({ where: { team: { slug: team } } });
  return <p>{tags.map((tag) => tag.name).join(' ')}</p>;
}
`,
        'src/app/[team]/languages/page.tsx': `import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export default async function Languages() {
  const languages = await prisma.language.findMany({ where: { spoken: true } });
  return <p>{languages.map((language) => language.name).join(' ')}</p>;
}
`,
      },
    },
    {
      name: 'a wrapper that gives back the row of the signed-in user',
      dependencies: { lucia: '^3.2.2', next: '14.2.5', '@prisma/client': '^5.0.0' },
      files: {
        'lib/prisma.ts': `import { PrismaClient } from '@prisma/client';

export const prisma = new PrismaClient();
`,
        'lib/me.ts': `import { cookies } from 'next/headers';
import { lucia } from './lucia';
import { prisma } from './prisma';

export async function me() {
  const id = cookies().get(lucia.sessionCookieName)?.value;
  if (!id) return null;
  const { user } = await lucia.validateSession(id);
  if (!user) return null;
  return prisma.user.findUnique({ where: { id: user.id }, select: { name: true, rank: true } });
}
`,
        'app/desk/layout.tsx': `import { redirect } from 'next/navigation';
import { me } from '../../lib/me';

async function Layout({ children }: { children: React.ReactNode }) {
  const person = await me();
  if (person?.rank !== 'clerk') redirect('/');
  return <main>{children}</main>;
}

export default Layout;
`,
        'app/desk/page.tsx': `import { prisma } from '../../lib/prisma';

const Desk = async () => {
  //  ^^^^ page
  const open = await prisma.complaint.findMany({ where: { closed: false } });
  return <ul>{open.map(({ id, text }) => <li key={id}>{text}</li>)}</ul>;
};

export default Desk;
`,
        'app/desk/mine/page.tsx': `import { redirect } from 'next/navigation';
import { me } from '../../../lib/me';
import { prisma } from '../../../lib/prisma';

export default async function Mine() {
  const person = await me();
  if (!person) redirect('/');
  const open = await prisma.complaint.findMany({ where: { clerk: person.name } });
  return <p>{open.length}</p>;
}
`,
      },
    },
    {
      name: 'a page that reads a file by require()',
      dependencies: { lucia: '3.2.2', next: '15.5.29', 'drizzle-orm': '0.36.0' },
      files: {
        'app/desk/layout.tsx': `import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { eq } from 'drizzle-orm';
import { lucia } from '../../lib/auth';
import { db } from '../../lib/db';
import { clerks } from '../../lib/schema';

async function whoWorksHere() {
  try {
    const id = (await cookies()).get(lucia.sessionCookieName)?.value;
    if (!id) return null;
    const { session, user } = await lucia.validateSession(id);
    if (!session || !user) return null;
    const [clerk] = await db.select({ desk: clerks.desk }).from(clerks).where(eq(clerks.id, user.id));
    if (!clerk) return null;
    return { id: user.id, desk: clerk.desk };
  } catch (error) {
    console.error('no clerk', error);
    return null;
  }
}

export default async function DeskLayout({ children }: { children: React.ReactNode }) {
  const clerk = await whoWorksHere();
  if (!clerk) redirect('/login');
  return <main title={clerk.desk}>{children}</main>;
}
`,
        'app/desk/parcels/page.tsx': `import { db } from '../../../lib/db';
import { parcels } from '../../../lib/schema';

function opensAt(): string {
  return require('../../../desk.config').opensAt;
}

export default async function ParcelsPage() {
//                            ^^^^^^^^^^^ page
  console.log(opensAt());
  const rows = await db.select().from(parcels);
  return <ul>{rows.map((row) => <li key={row.id}>{row.address}</li>)}</ul>;
}
`,
        'lib/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionCookie: { expires: false } });
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
`,
      },
    },
    {
      name: 'a page that reads documents by where()',
      dependencies: { lucia: '3.2.2', next: '15.5.29', mongoose: '8.8.0' },
      files: {
        'lib/auth.ts': `import { Lucia } from 'lucia';
import { cookies } from 'next/headers';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionCookie: { expires: false } });
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
export async function getUser() {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value ?? null;
  return id ? lucia.validateSession(id) : { user: null, session: null };
}
`,
        'lib/models.ts': `import mongoose from 'mongoose';

export const Pupil = mongoose.model('Pupil', new mongoose.Schema({ name: String, room: String }));
`,
        'app/rooms/layout.tsx': `import { redirect } from 'next/navigation';
import { getUser } from '../../lib/auth';

export default async function RoomsLayout({ children }: { children: React.ReactNode }) {
  const { user } = await getUser();
  if (!user) redirect('/login');
  return <main>{children}</main>;
}
`,
        'app/rooms/[room]/page.tsx': `import { Pupil } from '../../../lib/models';

export default async function RoomPage({ params }: { params: Promise<{ room: string }> }) {
//                            ^^^^^^^^ page
  const { room } = await params;
  const pupils = await Pupil.where({ room });
  return <ul>{pupils.map((pupil) => <li key={pupil.id}>{pupil.name}</li>)}</ul>;
}
`,
      },
    },
  ],
  good: [
    {
      name: 'the page checks for itself',
      dependencies: { lucia: '3.2.2', next: '15.5.29' },
      files: {
        'app/admin/layout.tsx': `import { redirect } from 'next/navigation';
import { getUser } from '../../lib/session';

export default async function AdminLayout({ children }: { children: React.ReactNode }) {
  const { user } = await getUser();
  if (!user) redirect('/login');
  return <main>{children}</main>;
}
`,
        'app/admin/orders/page.tsx': `import { redirect } from 'next/navigation';
import { prisma } from '../../../lib/prisma';
import { getUser } from '../../../lib/session';

export default async function OrdersPage() {
  const { user } = await getUser();
  if (!user) redirect('/login');
  const orders = await prisma.order.findMany({ select: { id: true, total: true } });
  return <pre>{JSON.stringify(orders)}</pre>;
}
`,
      },
    },
    {
      name: 'the action checks for itself',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/routes/settings/+page.server.ts': `import { fail, redirect } from '@sveltejs/kit';
import { prisma } from '$lib/server/prisma';

export const load = async ({ locals }) => {
  if (!locals.user) redirect(302, '/login');
  return { name: locals.user.name };
};

export const actions = {
  rename: async ({ request, locals }) => {
    if (!locals.user) return fail(401);
    const form = await request.formData();
    await prisma.site.update({ where: { id: 1 }, data: { name: String(form.get('name')) } });
  },
};
`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'a hook ends requests to the protected group',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/lib/server/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
`,
        'src/hooks.server.ts': `import { redirect } from '@sveltejs/kit';
import { lucia } from '$lib/server/auth';

export const handle = async ({ event, resolve }) => {
  const id = event.cookies.get(lucia.sessionCookieName);
  const { session, user } = id ? await lucia.validateSession(id) : { session: null, user: null };
  if (session?.fresh) {
    const cookie = lucia.createSessionCookie(session.id);
    event.cookies.set(cookie.name, cookie.value, { path: '/', ...cookie.attributes });
  }
  event.locals.user = user;
  event.locals.session = session;
  if (event.route.id?.includes('(protected)') && !user) redirect(302, '/login');
  return resolve(event);
};
`,
        'src/routes/(protected)/settings/+page.server.ts': `import { redirect } from '@sveltejs/kit';
import { prisma } from '$lib/server/prisma';

export const load = async ({ locals }) => {
  if (!locals.user) redirect(302, '/login');
  return { name: locals.user.name };
};

export const actions = {
  rename: async ({ request }) => {
    const form = await request.formData();
    await prisma.site.update({ where: { id: 1 }, data: { name: String(form.get('name')) } });
  },
};
`,
      },
    },
    {
      name: 'the action calls a procedure, which runs with its own middleware',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', '@trpc/server': '11.0.0' },
      files: {
        'src/lib/server/api.ts': `import { appRouter, t } from './router';

const make = t.createCallerFactory(appRouter);

export const apiFor = (event) => make({ event });
`,
        'src/routes/shifts/+page.server.ts': `import { redirect } from '@sveltejs/kit';
import { apiFor } from '$lib/server/api';

export const load = async ({ locals }) => {
  if (!locals.user) redirect(302, '/login');
};

export const actions = {
  cancel: async (event) => {
    const form = await event.request.formData();
    const shift = String(form.get('shift'));
    const api = apiFor(event);
    await api.shifts.delete(shift);
  },
};
`,
      },
    },
    {
      name: 'a page without data of anybody',
      dependencies: { lucia: '3.2.2', next: '15.5.29' },
      files: {
        'app/(app)/layout.tsx': `import { redirect } from 'next/navigation';
import { getUser } from '../../lib/session';

export default async function AppLayout({ children }: { children: React.ReactNode }) {
  const { user } = await getUser();
  if (!user) redirect('/login');
  return <main>{children}</main>;
}
`,
        'app/(app)/help/page.tsx': `export default function HelpPage() {
  return <p>Write to us.</p>;
}
`,
        'app/(app)/look/page.tsx': `import { prisma } from '../../../lib/prisma';

export default async function LookPage() {
  const config = await prisma.siteConfig.findFirst();
  return <p>{config?.colours}</p>;
}
`,
        'lib/session.ts': `import { cookies } from 'next/headers';
import { lucia } from './lucia';

export async function getUser() {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value;
  return id ? lucia.validateSession(id) : { user: null, session: null };
}
`,
        'lib/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
      },
    },
    {
      name: 'the action asks for the setting as well',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', '@prisma/client': '5.22.0' },
      files: {
        'src/routes/join/+page.server.ts': `import { error, redirect } from '@sveltejs/kit';
import { dev } from '$app/environment';
import { prisma } from '$lib/server/prisma';

export const load = async () => {
  if (!dev) redirect(302, '/login');
  return {};
};

export const actions = {
  join: async ({ request }) => {
    if (!dev) error(404);
    const form = await request.formData();
    await prisma.member.create({ data: { email: String(form.get('email')) } });
  },
};
`,
      },
    },
    {
      name: 'a layout that shows a name to those who have one',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/routes/+layout.server.ts': `export const load = async ({ locals }) => {
  if (!locals.user) return { name: null };
  return { name: locals.user.name };
};
`,
        'src/routes/recipes/+page.server.ts': `import { db } from '$lib/server/db';
import { recipes } from '$lib/server/schema';

export const load = async () => ({ recipes: await db.select().from(recipes) });
`,
      },
    },
    {
      name: 'a load that leaves in every case, with a setting on its way',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', '@prisma/client': '5.22.0' },
      files: {
        'src/routes/start/+page.server.ts': `import { redirect } from '@sveltejs/kit';
import { dev } from '$app/environment';
import { prisma } from '$lib/server/prisma';

export const load = async ({ url }) => {
  const host = dev ? url.host : url.hostname;
  redirect(307, '/welcome?from=' + host);
};

export const actions = {
  join: async ({ request }) => {
    const form = await request.formData();
    await prisma.waiting.create({ data: { email: String(form.get('email')) } });
  },
};
`,
      },
    },
    {
      name: 'the component that reads the rows looks at the session',
      dependencies: { lucia: '3.2.2', next: '14.2.35', '@prisma/client': '5.22.0' },
      files: {
        'lib/viewer.ts': `import { cookies } from 'next/headers';
import { lucia } from './lucia';

export async function viewer() {
  const id = cookies().get(lucia.sessionCookieName)?.value;
  return id ? lucia.validateSession(id) : { user: null, session: null };
}
`,
        'app/desk/layout.tsx': `import { redirect } from 'next/navigation';
import { viewer } from '../../lib/viewer';

export default async function DeskLayout({ children }: { children: React.ReactNode }) {
  const { user } = await viewer();
  if (!user) redirect('/');
  return <main>{children}</main>;
}
`,
        'app/desk/page.tsx': `import { Letters } from './letters';

export default function Page() {
  return <Letters />;
}
`,
        'app/desk/letters.tsx': `import { viewer } from '../../lib/viewer';
import { prisma } from '../../lib/prisma';

export async function Letters() {
  const { user } = await viewer();
  if (!user) return null;
  return <p>{await prisma.letter.count({ where: { readerId: user.id } })}</p>;
}
`,
      },
    },
    {
      name: 'the title of a page that asks for the session itself',
      dependencies: { lucia: '3.2.2', next: '15.0.3', '@prisma/client': '5.22.0' },
      files: {
        'lib/session.ts': `import { cookies } from 'next/headers';
import { lucia } from './lucia';

export async function whoever() {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value;
  return id ? lucia.validateSession(id) : { user: null, session: null };
}
`,
        'lib/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'app/club/layout.tsx': `import { redirect } from 'next/navigation';
import { whoever } from '../../lib/session';

export default async function ClubLayout({ children }) {
  const { user } = await whoever();
  if (!user) redirect('/enter');
  return <main>{children}</main>;
}
`,
        'app/club/[evening]/page.tsx': `import { redirect } from 'next/navigation';
import { prisma } from '../../../lib/prisma';
import { whoever } from '../../../lib/session';

export async function generateMetadata({ params }) {
  const { evening } = await params;
  const found = await prisma.evening.findUnique({ where: { id: evening }, select: { title: true } });
  return { title: found?.title };
}

export default async function EveningPage({ params }) {
  const { user } = await whoever();
  if (!user) redirect('/enter');
  const { evening } = await params;
  return <Guests of={await prisma.guest.findMany({ where: { evening } })} />;
}
`,
      },
    },
    {
      name: 'pages that keep their data back from those who are not signed in, each in its own way',
      dependencies: { lucia: '3.2.2', next: '15.5.29', '@prisma/client': '5.22.0' },
      files: {
        'lib/auth.ts': `import { Lucia } from 'lucia';
import { cookies } from 'next/headers';
import { cache } from 'react';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionCookie: { expires: false } });
export const whoIsThere = cache(async () => {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value;
  return id ? lucia.validateSession(id) : { user: null, session: null };
});
`,
        'app/staff/layout.tsx': `import { redirect } from 'next/navigation';
import { whoIsThere } from '../../lib/auth';

export default async function StaffLayout({ children }) {
  const { user } = await whoIsThere();
  if (!user) redirect('/login');
  return <section>{children}</section>;
}
`,
        'app/staff/menu.tsx': `'use client';

export function Menu({ name, isLead, shifts }) {
  return <nav title={isLead ? 'lead' : ''}>{name ?? 'Guest'} {shifts?.length}</nav>;
}
`,
        'app/staff/frame.tsx': `export function Frame({ person, rows, children }) {
  return person ? <div>{rows?.length}{children}</div> : null;
}
`,
        'app/staff/rota/page.tsx': `import { whoIsThere } from '../../../lib/auth';
import { prisma } from '../../../lib/prisma';

export default async function RotaPage() {
  const { user } = await whoIsThere();
  const shifts = await prisma.shift.findMany();
  return <main>{user ? shifts.map((shift) => <p key={shift.id}>{shift.worker}</p>) : <p>Sign in</p>}</main>;
}
`,
        'app/staff/plan/page.tsx': `import { whoIsThere } from '../../../lib/auth';
import { prisma } from '../../../lib/prisma';
import { Frame } from '../frame';

export default async function PlanPage() {
  const { user } = await whoIsThere();
  const shifts = await prisma.shift.findMany();
  return <Frame person={user} rows={shifts} />;
}
`,
        'app/staff/desk/page.tsx': `import { whoIsThere } from '../../../lib/auth';
import { prisma } from '../../../lib/prisma';
import { Frame } from '../frame';

export default async function DeskPage() {
  const { user } = await whoIsThere();
  const shifts = await prisma.shift.findMany();
  return <Frame person={user}>{shifts.map((shift) => <p key={shift.id}>{shift.worker}</p>)}</Frame>;
}
`,
        'app/staff/mine/page.tsx': `import { whoIsThere } from '../../../lib/auth';
import { prisma } from '../../../lib/prisma';
import { Menu } from '../menu';

export default async function MinePage() {
  const { user } = await whoIsThere();
  const shifts = await prisma.shift.findMany({ where: { worker: user.id } });
  return <Menu name={user.name} shifts={shifts} />;
}
`,
      },
    },
    {
      name: 'a handler of every method below a layout, for what other servers send',
      dependencies: { lucia: '3.2.2', next: '15.0.0', 'drizzle-orm': '0.36.0' },
      files: {
        'app/[team]/layout.tsx': `import { redirect } from 'next/navigation';
import { validateRequest } from '../../lib/session';

export default async function Layout({ children }) {
  const { user } = await validateRequest();
  if (!user) redirect('/login');
  return <main>{children}</main>;
}
`,
        'app/[team]/in/[slug]/route.ts': `import { db } from '../../../../lib/db';
import { deliveries } from '../../../../lib/schema';

async function receive(request: Request, { params }: { params: Promise<{ slug: string }> }) {
  await db.insert(deliveries).values({ slug: (await params).slug, body: await request.text() });
  return new Response(null, { status: 202 });
}

export { receive as GET, receive as POST, receive as PUT, receive as PATCH, receive as DELETE };
`,
        'lib/session.ts': `import { cookies } from 'next/headers';
import { lucia } from './auth';

export async function validateRequest() {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value;
  return id ? lucia.validateSession(id) : { user: null, session: null };
}
`,
      },
    },
  ],
};

export default examples;
