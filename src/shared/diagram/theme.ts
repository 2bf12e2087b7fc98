import type { Side } from '../trace/names'
import type { Tone } from './geometry'

export type Theme = 'light' | 'dark'

/** Colours of an exported picture, the same as the interface's; each pair passes WCAG 2.2 AA on `panel`. */
export interface Palette {
  readonly panel: string
  readonly ink: string
  readonly muted: string
  readonly line: string
  readonly soft: string
  readonly warning: string
  readonly warningGround: string
  readonly tone: Readonly<Record<Tone, string>>
  readonly side: Readonly<Record<Side, string>>
  readonly sideGround: Readonly<Record<Side, string>>
}

export const PALETTES: Readonly<Record<Theme, Palette>> = {
  light: {
    panel: '#ffffff',
    ink: '#16202c',
    muted: '#5b6876',
    line: '#c9d1da',
    soft: '#eef1f5',
    warning: '#8a4b00',
    warningGround: '#fff3d6',
    tone: {
      syn: '#0f7b6c',
      fin: '#7a3fb0',
      rst: '#c0232c',
      data: '#34495e',
      ok: '#0f7b6c',
      wait: '#8a6100',
      idle: '#5b6876',
    },
    side: { client: '#0b6bcb', server: '#b4510a' },
    sideGround: { client: '#e7f1fb', server: '#fcefe4' },
  },
  dark: {
    panel: '#151d26',
    ink: '#e8eef4',
    muted: '#9fb0c0',
    line: '#3a4a59',
    soft: '#1b2530',
    warning: '#ffd479',
    warningGround: '#3a2e10',
    tone: {
      syn: '#4fd1bd',
      fin: '#c79bff',
      rst: '#ff7b81',
      data: '#c5d2de',
      ok: '#4fd1bd',
      wait: '#e3b341',
      idle: '#9fb0c0',
    },
    side: { client: '#5fb0ff', server: '#ffab66' },
    sideGround: { client: '#12304d', server: '#40260f' },
  },
}

export const SANS =
  "Inter, 'Segoe UI', system-ui, 'Helvetica Neue', Arial, 'Noto Sans', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif"
export const MONO = "'JetBrains Mono', 'Cascadia Code', 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace"
