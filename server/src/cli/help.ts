export const HELP = `Lucia Guard finds insecure Lucia v3 code.

Usage
  lucia-guard check [paths]       check files and folders (default: the current folder)
  lucia-guard explain <rule>      what a rule reports, why, and how to mend it
  lucia-guard rules               list all rules
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

Exit codes
  0  no errors or warnings
  1  errors or warnings found
  2  could not run
`;
