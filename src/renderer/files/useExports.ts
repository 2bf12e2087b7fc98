import { toPcapng } from '@shared/capture/pcapng'
import { renderSvg } from '@shared/diagram'
import { toCsv as segmentsCsv } from '@shared/export/csv'
import { toMarkdown } from '@shared/export/markdown'
import { toMermaid } from '@shared/export/mermaid'
import { renderHandout, renderWorksheet } from '@shared/handout'
import { toCsv } from '@shared/predict'
import type { CommandParams, CommandResult } from '@shared/protocol/commands'
import type { Result } from '@shared/result'
import type { Code } from '@shared/text'
import type { Trace } from '@shared/trace/schema'
import { useText } from '@renderer/composables/useText'
import { useLab } from '@renderer/stores/lab'
import { usePredict } from '@renderer/stores/predict'
import { useSettings } from '@renderer/stores/settings'
import { useShown } from '@renderer/stores/shown'
import { useToasts } from '@renderer/stores/toasts'
import { copyText } from './clipboard'
import { download, toBase64 } from './download'
import { fileName } from './file-name'
import { rasterize } from './rasterize'

export interface Exports {
  svg(): Promise<void>
  copySvg(): Promise<void>
  /** The desktop only: as a picture, for slides. */
  copyPng(): Promise<void>
  png(scale: number): Promise<void>
  json(): Promise<void>
  pcapng(): Promise<void>
  csv(): Promise<void>
  copyMermaid(): Promise<void>
  copyMarkdown(): Promise<void>
  handout(): Promise<void>
  /** A page with blank fields, chosen anew each time, and its answer key: two files. */
  worksheet(): Promise<void>
  /** The desktop only. */
  printHandout(to: CommandParams<'printHandout'>['to']): Promise<void>
  /** The answers given in Predict, as a table. */
  predictions(): Promise<void>
}

/**
 * What leaves the app as a file: what is shown, in every form, and what was answered. The picture comes from the geometry,
 * never from the page (invariant 5).
 */
export function useExports(): Exports {
  const { t } = useText()
  const lab = useLab()
  const predict = usePredict()
  const toasts = useToasts()
  const settings = useSettings()
  const shown = useShown()

  function picture(trace: Trace): string {
    const theme = settings.shownTheme === 'dark' ? 'dark' : 'light'
    const { language, seq } = settings
    const connection = shown.connection?.id
    return renderSvg(trace, { language, seq, theme, ...(connection === undefined ? {} : { connection }) })
  }

  function page(trace: Trace): string {
    const { language, seq } = settings
    const connection = shown.connection?.id
    return renderHandout(trace, { language, seq, ...(connection === undefined ? {} : { connection }) })
  }

  /** Saves a file the host's way: a dialog on the desktop, a download in the browser. */
  async function save(file: CommandParams<'saveFile'>): Promise<void> {
    const { name } = file
    if (lab.host === 'browser') {
      download(name, file)
      return toasts.show(t('export.downloaded', { name }))
    }
    tellSaved(await lab.call('saveFile', file))
  }

  function tellSaved(answer: Result<CommandResult<'saveFile'>>): void {
    if (!answer.ok || answer.value.path === null) return
    const { path } = answer.value
    const reveal = (): void => void lab.call('revealFile', { path })
    toasts.show(t('export.saved', { path }), { action: { label: t('export.reveal'), run: reveal } })
  }

  /** Exports what is shown, where something is. */
  const withShown = (work: (trace: Trace) => Promise<void>): Promise<void> =>
    attempt(async () => {
      if (shown.trace) await work(shown.trace)
    })

  /** Runs an export; whatever it throws is told, not lost. */
  async function attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      toasts.show(t('export.failed', { reason }), { tone: 'trouble' })
    }
  }

  /** Saves what is shown, once `make` has turned it into text or bytes. */
  const saveShown = (
    extension: string,
    mime: CommandParams<'saveFile'>['mime'],
    make: (trace: Trace) => string | Uint8Array | Promise<Uint8Array>,
  ): Promise<void> =>
    withShown(async (trace) => {
      const content = await make(trace)
      const name = fileName(trace, extension, new Date())
      if (typeof content === 'string') await save({ name, mime, encoding: 'utf8', data: content })
      else await save({ name, mime, encoding: 'base64', data: toBase64(content) })
    })

  /** Copies what is shown, once `make` has turned it into text. */
  const copyShown = (make: (trace: Trace) => string, told: Code = 'export.copiedText'): Promise<void> =>
    withShown(async (trace) => {
      const text = make(trace)
      // A menu gives the page no click, without which Chromium refuses it the clipboard: the host has none to ask.
      const copied = lab.host === 'desktop' ? (await lab.call('copy', { kind: 'text', text })).ok : await copyText(text)
      if (copied) toasts.show(t(told))
      else toasts.show(t('common.copyFailed'), { tone: 'trouble' })
    })

  return {
    svg: () => saveShown('svg', 'image/svg+xml', picture),
    copySvg: () => copyShown(picture, 'export.copied'),
    copyMermaid: () => copyShown((trace) => toMermaid(trace, settings.seq)),
    copyMarkdown: () => copyShown((trace) => toMarkdown(trace, settings.language, settings.seq)),
    copyPng: () =>
      withShown(async (trace) => {
        const data = toBase64((await rasterize(picture(trace), 2)).png)
        if ((await lab.call('copy', { kind: 'png', data })).ok) toasts.show(t('export.copiedPicture'))
      }),
    // Each size has a name of its own, so that none takes another's place.
    png: (scale) =>
      withShown(async (trace) => {
        const { png, scale: drawn } = await rasterize(picture(trace), scale)
        const name = fileName(trace, scale === 1 ? 'png' : `${scale}x.png`, new Date())
        await save({ name, mime: 'image/png', encoding: 'base64', data: toBase64(png) })
        if (drawn < scale) toasts.show(t('export.smaller', { percent: Math.max(1, Math.floor((drawn / scale) * 100)) }))
      }),
    json: () => saveShown('json', 'application/json', (trace) => `${JSON.stringify(trace, null, 2)}\n`),
    pcapng: () => saveShown('pcapng', 'application/octet-stream', toPcapng),
    csv: () => saveShown('csv', 'text/csv', (trace) => segmentsCsv(trace, settings.seq)),
    handout: () => saveShown('html', 'text/html', page),
    worksheet: () =>
      withShown(async (trace) => {
        const { language, seq } = settings
        const seed = 1 + Math.floor(Math.random() * 999)
        const connection = shown.connection?.id
        const blanks = ['flags', 'seq', 'ack'] as const
        const made = renderWorksheet(trace, { language, seq, seed, blanks, ...(connection ? { connection } : {}) })
        if (!made) return toasts.show(t('export.nothingToAsk'), { tone: 'trouble' })
        const html = { mime: 'text/html', encoding: 'utf8' } as const
        const name = (what: string): string => fileName(trace, `${what}.html`, new Date())
        await save({ ...html, name: name(`worksheet-${seed}`), data: made.sheet })
        await save({ ...html, name: name(`worksheet-${seed}-key`), data: made.key })
      }),
    printHandout: (to) =>
      withShown(async (trace) => {
        const name = fileName(trace, 'pdf', new Date())
        tellSaved(await lab.call('printHandout', { name, html: page(trace), to }))
      }),
    predictions: () =>
      attempt(() => {
        // Spreadsheets read the Chinese names as UTF-8 only with a byte order mark before them.
        const data = `\uFEFF${toCsv(predict.history, settings.language)}`
        return save({ name: 'handshake-lab_predictions.csv', mime: 'text/csv', encoding: 'utf8', data })
      }),
  }
}
