export default {
  choose: 'Theme',
  system: 'System',
  light: 'Light',
  dark: 'Dark',
  projector: 'Projector',
  projectorMore: 'Projector: larger type and the strongest contrast, for a lecture hall.',
}
