export default {
  opened: '已打开：{name}',
  refused: '未能打开“{name}”。{reason}',
  tooLarge: '文件大于 64 MiB。',
  notJson: '它不是有效的 JSON：第 {line} 行第 {column} 列。',
  notTrace: '它不是本应用的记录：第 {line} 行：{problem}。',
  whole: '整个文件',
  fault: {
    unknown: '{path} 不是已知的字段',
    missing: '缺少 {path}',
    wrong: '{path} 的值为 {received}，应为 {expected}',
    length: '{path} 的长度为 {received}，应为 {expected}',
  },
  noConnection: '其中没有任何连接。',
}
