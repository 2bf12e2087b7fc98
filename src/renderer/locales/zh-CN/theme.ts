export default {
  choose: '主题',
  system: '跟随系统',
  light: '浅色',
  dark: '深色',
  projector: '投影',
  projectorMore: '投影主题：字号更大，对比度最强，适合课堂投影。',
}
