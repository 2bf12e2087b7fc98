export default {
  choose: 'Theme: {theme}',
  system: 'Like the system',
  light: 'Light',
  dark: 'Dark',
  projector: 'Projector, high contrast',
}
