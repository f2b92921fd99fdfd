// Why a document cannot be read, by name and in words.
import { Refusal } from '../../../../platform/refusal.ts'

export const DOCUMENT_FAULTS = [
  'document.too_large',
  'document.too_long',
  'document.encrypted',
  'document.broken',
  'document.old_format',
  'document.unknown_kind',
  'document.no_text',
  'document.empty',
  'document.not_job_document',
] as const
export type DocumentFault = (typeof DOCUMENT_FAULTS)[number]

export const documentFault = (code: DocumentFault, details: Record<string, unknown> = {}, cause?: unknown) =>
  new Refusal(code, details, cause)

type Sentences = Record<DocumentFault, string>
export const faultWords: { zh: Sentences; en: Sentences } = {
  zh: {
    'document.too_large': '文件太大：最多 20 MB。请只保留岗位职责部分再上传。',
    'document.too_long': '文件内容太多，读不完。请分成几份上传。',
    'document.encrypted': '文件加了密码，打不开。请去掉密码后再上传。',
    'document.broken': '文件已损坏，或内容与扩展名不符。请重新导出后再上传。',
    'document.old_format': '这是旧版 Office 文件（.doc、.xls）。请另存为 .docx 或 .xlsx 后再上传。',
    'document.unknown_kind': '认不出这种文件。请上传 txt、docx、xlsx 或 pdf，或者直接粘贴文字。',
    'document.no_text': '文件里只有图片，没有可读的文字。请上传带文字的文件，或把文字粘贴进来。',
    'document.empty': '里面没有文字。',
    'document.not_job_document': '没有认出岗位和职责，这看起来不是岗位职责文件。',
  },
  en: {
    'document.too_large':
      'The file is too large: 20 MB at most. Keep only the job responsibilities and bring it again.',
    'document.too_long': 'The file holds more than can be read. Bring it in parts.',
    'document.encrypted': 'The file is protected by a password. Take the password off and bring it again.',
    'document.broken': 'The file is damaged, or is not what its name says. Export it anew and bring it again.',
    'document.old_format': 'This is an old Office file (.doc, .xls). Save it as .docx or .xlsx and bring it again.',
    'document.unknown_kind': 'This kind of file is not known. Bring txt, docx, xlsx or pdf, or paste the text.',
    'document.no_text': 'The file holds pictures only and no text. Bring a file with text, or paste the text.',
    'document.empty': 'There is no text in it.',
    'document.not_job_document':
      'No post with duties was recognised: this does not look like a job-responsibility document.',
  },
}

export const isDocumentFault = (code: string): code is DocumentFault => DOCUMENT_FAULTS.some((fault) => fault === code)
