/* Sets theme and language before the first paint, so that neither flashes. The settings store takes over from there. */
;(() => {
  const root = document.documentElement
  const read = (key) => {
    try {
      return localStorage.getItem(key)
    } catch {
      return null
    }
  }
  const theme = read('handshake-lab:theme')
  const dark = matchMedia('(prefers-color-scheme: dark)').matches
  root.dataset.theme = ['light', 'dark', 'projector'].includes(theme) ? theme : dark ? 'dark' : 'light'
  const language = read('handshake-lab:language')
  const system = (navigator.languages ?? [navigator.language]).find((tag) => /^(en|zh)\b/i.test(tag)) ?? 'en'
  root.lang = ['en', 'zh-CN'].includes(language) ? language : /^zh/i.test(system) ? 'zh-CN' : 'en'
})()
