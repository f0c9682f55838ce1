import { createConditions } from './conditions';
import type { Analysis } from './context';
import { createFrameworks } from './framework';
import type { Host } from './host';
import { createOps } from './ops';
import { createProject } from './project';
import { createRoles } from './roles';
import { createValues } from './values';
import type { WriteWrapper } from './wrapper';

/** Wires the parts of the analysis over a host. */
export function createAnalysis(host: Host, writeWrapper?: WriteWrapper): Analysis {
  const project = createProject(host);
  const values = createValues(project);
  const ops = createOps(project, values);
  const conditions = createConditions(project, values, ops);
  const frameworks = createFrameworks(project, values);
  const roles = createRoles(project, values, ops, frameworks);
  return { project, values, ops, conditions, roles, frameworks, writeWrapper };
}
