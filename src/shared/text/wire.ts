import type { Area } from './area'

/** The wire in the reader’s hand: why there may be none, and what can’t be done on it. */
export const wire = {
  'errors.wire-not-linux.title': { en: 'The wire needs Linux.', 'zh-CN': '线路功能需要 Linux。' },
  'errors.wire-not-linux.text': {
    en: 'On this system use the loopback or the simulator.',
    'zh-CN': '在本系统上请使用回环或模拟器。',
  },
  'errors.wire-no-unshare.title': { en: 'The program unshare is missing.', 'zh-CN': '缺少 unshare 程序。' },
  'errors.wire-no-unshare.text': { en: 'Install the package util-linux.', 'zh-CN': '请安装 util-linux 软件包。' },
  'errors.wire-namespaces-forbidden.title': {
    en: 'This system forbids user namespaces.',
    'zh-CN': '本系统禁止使用用户命名空间。',
  },
  'errors.wire-namespaces-forbidden.text': {
    en: 'The wire is made of them. Run “lab doctor”: it says how to allow them. The loopback and the simulator work without.',
    'zh-CN': '线路由它们构成。运行“lab doctor”可查看如何开启；回环和模拟器无需它们。',
  },
  'errors.wire-no-tun.title': { en: 'There is no /dev/net/tun.', 'zh-CN': '没有 /dev/net/tun。' },
  'errors.wire-no-tun.text': { en: 'Load it with “sudo modprobe tun”.', 'zh-CN': '请用“sudo modprobe tun”加载。' },
  'errors.wire-tun-forbidden.title': {
    en: 'This user may not open /dev/net/tun.',
    'zh-CN': '当前用户不能打开 /dev/net/tun。',
  },
  'errors.wire-tun-forbidden.text': {
    en: 'Let everybody with “sudo chmod 666 /dev/net/tun”; it gives no power over other networks.',
    'zh-CN': '可用“sudo chmod 666 /dev/net/tun”放开；这不会带来对其他网络的任何权限。',
  },
  'errors.wire-no-koffi.title': { en: 'The package koffi is missing.', 'zh-CN': '缺少 koffi 软件包。' },
  'errors.wire-no-koffi.text': {
    en: 'Run “npm install” without leaving out optional packages.',
    'zh-CN': '请运行“npm install”，不要跳过可选依赖。',
  },
  'errors.wire-no-program.title': {
    en: 'The program for the ends of the wire is missing.',
    'zh-CN': '缺少线路两端所用的程序。',
  },
  'errors.wire-no-program.text': { en: 'Run “npm run build”.', 'zh-CN': '请运行“npm run build”。' },
  'errors.wire-card-refused.title': {
    en: 'The system did not let a network card be made.',
    'zh-CN': '系统不允许创建网卡。',
  },
  'errors.wire-card-refused.text': {
    en: 'Run “lab doctor” to see what this machine can do.',
    'zh-CN': '运行“lab doctor”可查看本机能做什么。',
  },
  'errors.wire-end-died.title': {
    en: 'One end of the wire has ended unexpectedly.',
    'zh-CN': '线路的一端意外终止。',
  },
  'errors.wire-end-died.text': {
    en: 'The connection ended with it, and nothing of it is left. Connect again.',
    'zh-CN': '连接随之结束，没有任何残留。请重新连接。',
  },
  'errors.wire-end-hung.title': {
    en: 'One end of the wire has not answered for too long.',
    'zh-CN': '线路的一端长时间没有响应。',
  },
  'errors.wire-end-hung.text': {
    en: 'It was ended, and the connection with it. Connect again.',
    'zh-CN': '它和连接都已被终止。请重新连接。',
  },
  'errors.wire-end-nonsense.title': {
    en: 'One end of the wire said something that is not of its language.',
    'zh-CN': '线路的一端发来了无法理解的内容。',
  },
  'errors.wire-end-nonsense.text': {
    en: 'It was ended, and the connection with it. Connect again.',
    'zh-CN': '它和连接都已被终止。请重新连接。',
  },
  'errors.wire-closed.title': { en: 'There is no wire now.', 'zh-CN': '当前没有线路。' },
  'errors.wire-closed.text': { en: 'Connect over the wire first.', 'zh-CN': '请先通过线路连接。' },
  'errors.wire-no-segment.title': {
    en: 'That segment is no longer on the wire.',
    'zh-CN': '该报文段已不在线路上。',
  },
  'errors.wire-no-segment.text': {
    en: 'It has landed, was dropped, or another window was first.',
    'zh-CN': '它已送达、被丢弃，或已被另一个窗口抢先处理。',
  },
  'errors.wire-nothing-follows.title': {
    en: 'Nothing can overtake this segment.',
    'zh-CN': '没有报文段能先到。',
  },
  'errors.wire-nothing-follows.text': {
    en: 'No segment of its direction follows it.',
    'zh-CN': '同方向上后面没有报文段。',
  },
  'errors.wire-no-copy.title': { en: 'That copy is no longer kept.', 'zh-CN': '这份副本已不再留存。' },
  'errors.wire-no-copy.text': { en: 'Keep another one.', 'zh-CN': '请另留一份。' },
  'errors.wire-copies-full.title': { en: 'The tray holds {most} copies.', 'zh-CN': '最多留存 {most} 份副本。' },
  'errors.wire-copies-full.text': { en: 'Forget one of them first.', 'zh-CN': '请先丢掉其中一份。' },
  'errors.wire-forged-malformed.title': { en: 'That segment can’t be made.', 'zh-CN': '无法构造该报文段。' },
  'errors.wire-forged-malformed.text': {
    en: 'SYN goes with neither FIN nor RST; take one of them away.',
    'zh-CN': 'SYN 不能与 FIN 或 RST 同时置位，请去掉其中之一。',
  },
  'errors.wire-not-playable.title': {
    en: 'The scenario {scenario} can’t be played on the wire.',
    'zh-CN': '场景 {scenario} 无法在线路上运行。',
  },
  'errors.wire-not-playable.text': {
    en: 'It needs what no kernel does. Simulate it instead.',
    'zh-CN': '它需要真实内核做不到的事，请改用模拟。',
  },
} satisfies Area
