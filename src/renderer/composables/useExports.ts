import { useText } from '@renderer/composables/useText'
import { toPcapng } from '@shared/capture/pcapng'
import { renderSvg } from '@shared/diagram'
import { renderHandout, renderWorksheet } from '@shared/handout'
import type { CommandParams, CommandResult } from '@shared/protocol/commands'
import type { Result } from '@shared/result'
import type { Trace } from '@shared/trace/schema'
import { useLab } from '@renderer/stores/lab'
import { useSettings } from '@renderer/stores/settings'
import { useShown } from '@renderer/stores/shown'
import { useToasts } from '@renderer/stores/toasts'
import { copyText } from './clipboard'
import { download, toBase64 } from './download'
import { fileName } from './file-name'
import { rasterize } from './rasterize'

type Save = Pick<CommandParams<'saveFile'>, 'mime' | 'encoding' | 'data'> & { readonly extension: string }

export interface Exports {
  svg(): Promise<void>
  copySvg(): Promise<void>
  /** The desktop only: as a picture, for slides. */
  copyPng(): Promise<void>
  png(scale: number): Promise<void>
  json(): Promise<void>
  pcapng(): Promise<void>
  handout(): Promise<void>
  /** A page with blank fields, chosen anew each time, and its answer key: two files. */
  worksheet(): Promise<void>
  /** The desktop only. */
  printHandout(to: CommandParams<'printHandout'>['to']): Promise<void>
}

/** What is shown, as files. The picture comes from the geometry, never from the page (invariant 5). */
export function useExports(): Exports {
  const { t } = useText()
  const lab = useLab()
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

  async function save(trace: Trace, { extension, ...file }: Save): Promise<void> {
    const name = fileName(trace, extension, new Date())
    if (lab.host === 'browser') {
      download(name, file)
      return toasts.show(t('export.downloaded', { name }))
    }
    tellSaved(await lab.call('saveFile', { name, ...file }))
  }

  function tellSaved(answer: Result<CommandResult<'saveFile'>>): void {
    if (!answer.ok || answer.value.path === null) return
    const { path } = answer.value
    const reveal = (): void => void lab.call('revealFile', { path })
    toasts.show(t('export.saved', { path }), { action: { label: t('export.reveal'), run: reveal } })
  }

  /** Runs an export; whatever it throws is told, not lost. */
  async function attempt(work: (trace: Trace) => Promise<void>): Promise<void> {
    if (!shown.trace) return
    try {
      await work(shown.trace)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      toasts.show(t('export.failed', { reason }), { tone: 'trouble' })
    }
  }

  return {
    svg: () =>
      attempt((trace) =>
        save(trace, { extension: 'svg', mime: 'image/svg+xml', encoding: 'utf8', data: picture(trace) }),
      ),
    copySvg: () =>
      attempt(async (trace) => {
        const text = picture(trace)
        // A menu gives the page no click, without which Chromium refuses it the clipboard: the host has none to ask.
        const copied =
          lab.host === 'desktop' ? (await lab.call('copy', { kind: 'text', text })).ok : await copyText(text)
        if (copied) toasts.show(t('export.copied'))
        else toasts.show(t('common.copyFailed'), { tone: 'trouble' })
      }),
    copyPng: () =>
      attempt(async (trace) => {
        const data = toBase64((await rasterize(picture(trace), 2)).png)
        if ((await lab.call('copy', { kind: 'png', data })).ok) toasts.show(t('export.copiedPicture'))
      }),
    png: (scale) =>
      attempt(async (trace) => {
        const { png, scale: drawn } = await rasterize(picture(trace), scale)
        const data = toBase64(png)
        // Each size under a name of its own, so that none takes another's place.
        await save(trace, {
          extension: scale === 1 ? 'png' : `${scale}x.png`,
          mime: 'image/png',
          encoding: 'base64',
          data,
        })
        if (drawn < scale) toasts.show(t('export.smaller', { percent: Math.max(1, Math.floor((drawn / scale) * 100)) }))
      }),
    json: () =>
      attempt((trace) => {
        const data = `${JSON.stringify(trace, null, 2)}\n`
        return save(trace, { extension: 'json', mime: 'application/json', encoding: 'utf8', data })
      }),
    pcapng: () =>
      attempt((trace) => {
        const data = toBase64(toPcapng(trace))
        return save(trace, { extension: 'pcapng', mime: 'application/octet-stream', encoding: 'base64', data })
      }),
    handout: () =>
      attempt((trace) => save(trace, { extension: 'html', mime: 'text/html', encoding: 'utf8', data: page(trace) })),
    worksheet: () =>
      attempt(async (trace) => {
        const { language, seq } = settings
        const seed = 1 + Math.floor(Math.random() * 999)
        const connection = shown.connection?.id
        const blanks = ['flags', 'seq', 'ack'] as const
        const made = renderWorksheet(trace, { language, seq, seed, blanks, ...(connection ? { connection } : {}) })
        if (!made) return toasts.show(t('export.nothingToAsk'), { tone: 'trouble' })
        const html = { mime: 'text/html', encoding: 'utf8' } as const
        await save(trace, { ...html, extension: `worksheet-${seed}.html`, data: made.sheet })
        await save(trace, { ...html, extension: `worksheet-${seed}-key.html`, data: made.key })
      }),
    printHandout: (to) =>
      attempt(async (trace) => {
        const name = fileName(trace, 'pdf', new Date())
        tellSaved(await lab.call('printHandout', { name, html: page(trace), to }))
      }),
  }
}
