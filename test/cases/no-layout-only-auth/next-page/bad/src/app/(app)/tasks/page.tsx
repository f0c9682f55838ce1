import { allTasks } from '@/lib/tasks';

export default async function TasksPage() { // expect: no-layout-only-auth
  const list = await allTasks();
  return <ul>{list.map((t) => <li key={t.id}>{t.title}</li>)}</ul>;
}
