export const HELP = `Lucia Guard finds insecure Lucia v3 code.

Usage
  lucia-guard check [paths]       check files and folders (default: the current folder)
  lucia-guard explain <rule>      what a rule reports, why, and how to mend it
  lucia-guard rules               list all rules
  lucia-guard new <block>         write a building block into a project; without <block>: list them
  lucia-guard lsp --stdio         run the language server for an editor
  lucia-guard --print-config <file>
                                  the settings that apply to a file
  lucia-guard --version
  lucia-guard --help

Options of check
  --format text|json|sarif|github how to print findings (default: text)
  --fix                           apply the safe fixes
  --max-warnings <n>              allow this many warnings (default: 0)
  --rule <rule>=<severity>        off, information, warning or error; may be repeated, the name may hold *
  --baseline <file>               leave out the findings that the file holds
  --update-baseline               write the findings of this run to the baseline file

Options of new, for what the project does not say
  --framework <name>              next-app, next-pages, sveltekit, astro, express, hono or nuxt
  --database <name>               how the database is reached: drizzle-pg, prisma, better-sqlite3, ...
  --password <package>            what hashes passwords
  --provider <name>               the OAuth provider, as Arctic names it
  --dir <folder>                  the project's folder (default: the package around the current folder)
  --dry-run                       write nothing, tell what would be written
  --force                         replace files that exist

Exit codes
  0  no errors or warnings; new: written
  1  errors or warnings found
  2  could not run
`;
