export default {
  choose: '主题：{theme}',
  system: '跟随系统',
  light: '浅色',
  dark: '深色',
  projector: '投影，高对比度',
}
