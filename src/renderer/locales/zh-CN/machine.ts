export default {
  title: '状态机',
  path: '走过的路径',
  hint: '边上写的是事件，其下是端点的动作。着色的边已经走过：按下即可跳到那一刻。虚线边不在 RFC 的图中。',
  empty: '当前没有显示连接。建立连接或播放场景后，这里会描出双方走过的路径。',
  edge: '{event}，从 {from} 到 {to}',
  at: '{time} 毫秒',
}
