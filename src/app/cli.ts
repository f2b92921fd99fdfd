// npm run zhishou -- <command>: what whoever looks after the installation does from a terminal.
import { Command } from 'commander'
import { backup, migrateDatabase, restore, verifyDatabase } from './cli/backup.ts'
import type { CompanyOptions } from './cli/company.ts'
import { pages } from './cli/pages.ts'
import { serve, work } from './cli/processes.ts'
import type { ExportOptions, ImportOptions } from './cli/tables.ts'
import { answer } from './cli/telling.ts'
import { version } from './cli/version.ts'

const program = new Command('zhishou')
  .description(
    'Zhishou (职守): looks after an installation. Uses the database of DATABASE_URL, or the embedded one in DATA_DIR.',
  )
  .version(version())
  .helpCommand(false)
  .showHelpAfterError()

const asJson = ['--json', 'answer with one JSON object on standard output'] as const

program
  .command('company')
  .description('companies of this installation')
  .command('create')
  .description('lay a company with its standard posts and its first manager, whose initial password is shown once')
  .argument('<name>', 'name of the company')
  .requiredOption('--manager <name>', 'name of the first manager')
  .requiredOption('--login <login>', 'what the manager signs in with')
  .option('--phone <number>', 'phone of the manager, with which they may sign in too')
  .option('--zone <zone>', 'time zone of the company, for example Asia/Shanghai')
  .option(...asJson)
  .action((name: string, options: CompanyOptions & { json?: boolean }) =>
    answer(options, async (command) => (await import('./cli/company.ts')).company(command, name, options)),
  )

const asWhom = ['--as <login>', 'in whose name; what they may do on the pages they may do here'] as const
const ofCompany = ['--company <name>', 'name or id of the company, when the login is known at several'] as const

program
  .command('import')
  .description('bring in an Excel or CSV table; run twice it makes no doubles')
  .argument('<kind>', 'what it holds, for example requests')
  .argument('<file>', 'path of the table')
  .requiredOption(...asWhom)
  .option(...ofCompany)
  .option('--map <field=column...>', 'which column holds a field, by its name; recognised by itself when left out')
  .option('--set <key=value...>', 'what holds for the whole file, for example estateId=Riverside')
  .option('--dry-run', 'count what would become of every row, and change nothing')
  .option('--rejects <file>', 'write the returned rows, each with its reason, to this workbook')
  .option(...asJson)
  .action((kind: string, file: string, options: ImportOptions & { json?: boolean }) =>
    answer(options, async (command) => (await import('./cli/tables.ts')).importTable(command, kind, file, options)),
  )

program
  .command('export')
  .description('write a list to an Excel workbook')
  .argument('<kind>', 'which list, for example requests')
  .argument('<file>', 'path of the workbook; what is there already is written over')
  .requiredOption(...asWhom)
  .option(...ofCompany)
  .option('--where <key=value...>', 'a filter of the list, for example status=new')
  .option(...asJson)
  .action((kind: string, file: string, options: ExportOptions & { json?: boolean }) =>
    answer(options, async (command) => (await import('./cli/tables.ts')).exportTable(command, kind, file, options)),
  )

const sample = program.command('sample').description('the sample company that the first start lays')
sample
  .command('reset')
  .description('lay the sample company anew, as on its first day; other companies stay as they are')
  .option(...asJson)
  .action((options: { json?: boolean }) =>
    answer(options, async (command) => (await import('./cli/sample.ts')).resetSample(command)),
  )
sample
  .command('remove')
  .description('take the sample company away with everything in it; other companies stay as they are')
  .option(...asJson)
  .action((options: { json?: boolean }) =>
    answer(options, async (command) => (await import('./cli/sample.ts')).removeSample(command)),
  )

const posts = program.command('posts').description('job-responsibility documents (岗位职责): txt, docx, xlsx, pdf')
posts
  .command('read')
  .description('print the posts and duties that are recognised in a document; nothing is stored')
  .argument('<file>', 'path of the document')
  .option(...asJson)
  .action((file: string, options: { json?: boolean }) =>
    answer(options, async () => (await import('./cli/posts.ts')).readPosts(file)),
  )
posts
  .command('score')
  .description('hold the reading against the documents of a folder that a person has marked, and print the figures')
  .argument('<folder>', 'the folder of the documents')
  .option(...asJson)
  .action((folder: string, options: { json?: boolean }) =>
    answer(options, async () => (await import('./cli/posts.ts')).scorePosts(folder)),
  )

program
  .command('backup')
  .description(
    'write everything to a folder: every table, every attachment, the seal key; the product may keep running',
  )
  .argument('<dir>', 'a folder that is empty or does not exist')
  .option(
    '--cluster',
    'copy the files of the embedded database instead: faster for large ones, same PostgreSQL version only',
  )
  .option(...asJson)
  .action((dir: string, options: { json?: boolean; cluster?: boolean }) =>
    answer(options, (command) => backup(command, dir, options)),
  )

program
  .command('restore')
  .description(
    'take a backup into an empty database (or an empty DATA_DIR), all or nothing, and bring it to this version',
  )
  .argument('<dir>', 'the folder of a backup')
  .option(...asJson)
  .action((dir: string, options: { json?: boolean }) => answer(options, (command) => restore(command, dir)))

program
  .command('verify')
  .description('check the database: migrations, the wall between companies, ledger against records, attachments')
  .option(...asJson)
  .action((options: { json?: boolean }) => answer(options, verifyDatabase))

program
  .command('migrate')
  .description('bring the database to this version; npm start does so by itself')
  .option(...asJson)
  .action((options: { json?: boolean }) => answer(options, migrateDatabase))

program
  .command('pages')
  .description('build the pages when they are missing or older than their sources; npm start does so by itself')
  .option(...asJson)
  .action((options: { json?: boolean }) => answer(options, pages))

program
  .command('serve')
  .description('run one server process on the database of DATABASE_URL, until it is told to stop')
  .action(serve)

program
  .command('work')
  .description('run one worker process on the database of DATABASE_URL, until it is told to stop')
  .action(work)

await program.parseAsync()
