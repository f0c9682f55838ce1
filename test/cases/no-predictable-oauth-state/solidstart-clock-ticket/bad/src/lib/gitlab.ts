import { GitLab } from 'arctic';

export const gitlab = new GitLab(process.env.GITLAB_ID!, process.env.GITLAB_SECRET!, process.env.GITLAB_CALLBACK!);
