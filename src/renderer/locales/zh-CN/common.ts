export default {
  dismiss: '关闭提示',
  close: '关闭窗口',
  copy: '复制“{text}”',
  copied: '已复制：{text}',
  copyFailed: '此处无法使用剪贴板，请改为保存文件。',
  comma: '、',
}
