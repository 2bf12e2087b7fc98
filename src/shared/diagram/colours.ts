/**
 * One colour, one meaning, in every theme. This table feeds the style sheet of the interface (each colour is the custom
 * property of its name) and the exported pictures. Text colours pass WCAG 2.2 AA on `panel` and on the grounds they
 * are used with.
 */

/** Themes that name every colour; `projector` is for a lecture hall, black on white. */
export const COLOUR_THEMES = ['light', 'dark', 'projector'] as const
export type ColourTheme = (typeof COLOUR_THEMES)[number]

/** Themes of an exported picture. */
export type Theme = Exclude<ColourTheme, 'projector'>

const LIGHT = {
  bg: '#f3f5f8',
  panel: '#ffffff',
  ink: '#16202c',
  muted: '#55626f',
  faint: '#5d6a78',
  line: '#e0e5eb',
  edge: '#c3ccd6',
  soft: '#f1f4f7',
  hover: '#f4f6f9',
  client: '#0b6bcb',
  'client-bg': '#e7f1fb',
  server: '#b4510a',
  'server-bg': '#fcefe4',
  syn: '#0f7b6c',
  'syn-bg': '#e3f4f1',
  fin: '#7a3fb0',
  rst: '#c0232c',
  'rst-bg': '#fdecec',
  data: '#34495e',
  ok: '#0f7b6c',
  wait: '#8a6100',
  idle: '#5b6876',
  warning: '#8a4b00',
  'warning-bg': '#fff3d6',
  accent: '#0b6bcb',
  'accent-hover': '#095cae',
  'accent-ink': '#ffffff',
  'on-tone': '#ffffff',
  focus: '#0b6bcb',
} as const

/** The name of a colour: what it means, never what it looks like. */
export type Colour = keyof typeof LIGHT
export type Palette = Readonly<Record<Colour, string>>

export const COLOURS: Readonly<Record<ColourTheme, Palette>> = {
  light: LIGHT,
  dark: {
    bg: '#0e141b',
    panel: '#151d26',
    ink: '#e8eef4',
    muted: '#9fb0c0',
    faint: '#8b9cac',
    line: '#25313d',
    edge: '#3a4a59',
    soft: '#1c2732',
    hover: '#1a242e',
    client: '#5fb0ff',
    'client-bg': '#12304d',
    server: '#ffab66',
    'server-bg': '#40260f',
    syn: '#4fd1bd',
    'syn-bg': '#10332f',
    fin: '#c79bff',
    rst: '#ff7b81',
    'rst-bg': '#3d181c',
    data: '#c5d2de',
    ok: '#4fd1bd',
    wait: '#e3b341',
    idle: '#9fb0c0',
    warning: '#ffd479',
    'warning-bg': '#3a2e10',
    accent: '#3b94f0',
    'accent-hover': '#5aa7f5',
    'accent-ink': '#06121f',
    'on-tone': '#06121f',
    focus: '#7cc0ff',
  },
  projector: {
    bg: '#ffffff',
    panel: '#ffffff',
    ink: '#000000',
    muted: '#2b3640',
    faint: '#37434e',
    line: '#9aa5b0',
    edge: '#5c6873',
    soft: '#e8edf2',
    hover: '#eef2f6',
    client: '#004a99',
    'client-bg': '#dcecff',
    server: '#8a3800',
    'server-bg': '#ffe8d6',
    syn: '#005a4c',
    'syn-bg': '#d9f2ed',
    fin: '#5b1f94',
    rst: '#9c0010',
    'rst-bg': '#ffe3e3',
    data: '#14222f',
    ok: '#005a4c',
    wait: '#654600',
    idle: '#37434e',
    warning: '#663600',
    'warning-bg': '#ffefc7',
    accent: '#004a99',
    'accent-hover': '#003a7a',
    'accent-ink': '#ffffff',
    'on-tone': '#ffffff',
    focus: '#000000',
  },
}

/** A theme's colours as the declarations of custom properties: `--panel: #ffffff; …`. */
const declarations = (theme: ColourTheme): string =>
  Object.entries(COLOURS[theme])
    .map(([name, value]) => `--${name}: ${value};`)
    .join(' ')

/** The style sheet that gives the interface its colours: `:root` is light until a theme is named. */
export const colourSheet = (): string =>
  COLOUR_THEMES.map((theme) => {
    const selector = theme === 'light' ? ":root, [data-theme='light']" : `[data-theme='${theme}']`
    return `${selector} { ${declarations(theme)} }\n`
  }).join('')

/** The faces of an exported picture, for viewers that have none of ours. */
export const SANS =
  "Inter, 'Segoe UI', system-ui, 'Helvetica Neue', Arial, 'Noto Sans', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif"
export const MONO = "'JetBrains Mono', 'Cascadia Code', 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace"
