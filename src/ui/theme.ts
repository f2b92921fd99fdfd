// The look as tokens: one deep teal accent, dense on desks, roomy on phones.
import { type ThemeConfig, theme } from 'antd'

const FONT =
  "-apple-system, BlinkMacSystemFont, 'Segoe UI', 'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', sans-serif"

const colours = {
  colorPrimary: '#0b6b68',
  colorInfo: '#1f62a8',
  colorSuccess: '#2a7a3f',
  colorWarning: '#a15c00',
  colorError: '#b3312b',
  colorLink: '#0b6b68',
}
// The derived tints of so dark an accent are grey; these are mixed by eye.
const tints = {
  colorPrimaryBg: '#e8f3f1',
  colorPrimaryBgHover: '#d7eae7',
  colorPrimaryBorder: '#4a9a93',
  colorPrimaryBorderHover: '#6fb5af',
  colorPrimaryHover: '#0e807c',
  colorPrimaryActive: '#084f4d',
  colorPrimaryText: '#0b6b68',
  colorErrorBg: '#fdebe9',
  colorErrorBorder: '#efb5b0',
  colorWarningBg: '#fdf1dd',
  colorWarningBorder: '#ecc98b',
  colorSuccessBg: '#e7f4ea',
  colorSuccessBorder: '#a9d6b4',
  colorInfoBg: '#e8f0fa',
  colorInfoBorder: '#a9c8ea',
  controlItemBgActive: '#e8f3f1',
  controlItemBgActiveHover: '#d7eae7',
  controlItemBgHover: '#f1f5f4',
}
// The dark algorithm takes an eighth off the brightness; white on the result still reads.
const dark = {
  colorPrimary: '#22827c',
  colorLink: '#58c2bb',
  colorTextTertiary: '#93a19f',
  colorTextPlaceholder: '#8a9896',
  colorBorder: '#3b4746',
  colorBorderSecondary: '#2b3534',
  colorBgContainer: '#161d1d',
  colorBgElevated: '#1d2626',
  colorBgLayout: '#101616',
}
const light = {
  colorText: '#1b2626',
  colorTextSecondary: '#4d5b5b',
  colorTextTertiary: '#5f6c6c',
  colorTextPlaceholder: '#6b7878',
  colorTextDescription: '#5f6c6c',
  colorBorder: '#cfd8d7',
  colorBorderSecondary: '#e3e9e8',
  colorBgLayout: '#f4f7f6',
  colorFillAlter: '#f6f9f8',
}

export type Surroundings = { phone: boolean; dark: boolean }

export const themeFor = ({ phone, dark: isDark }: Surroundings): ThemeConfig => ({
  algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
  token: {
    ...(isDark ? dark : { ...colours, ...tints, ...light }),
    fontFamily: FONT,
    fontSize: phone ? 15 : 13,
    controlHeight: phone ? 44 : 30,
    controlHeightSM: phone ? 40 : 26,
    controlHeightLG: phone ? 48 : 36,
    borderRadius: phone ? 8 : 5,
    lineHeight: 1.55,
    wireframe: false,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.18s',
  },
  components: {
    Table: {
      cellPaddingBlockSM: 6,
      cellPaddingInlineSM: 8,
      cellPaddingBlockMD: 10,
      cellPaddingInlineMD: 10,
      headerBg: 'var(--surface-2)',
      headerColor: 'var(--ink-2)',
      headerSplitColor: 'transparent',
      rowHoverBg: 'var(--accent-wash)',
    },
    Form: { itemMarginBottom: phone ? 18 : 14, verticalLabelPadding: '0 0 4px', labelColor: 'var(--ink-2)' },
    Menu: {
      itemHeight: phone ? 44 : 32,
      itemMarginBlock: 2,
      itemBorderRadius: 5,
      itemSelectedBg: 'var(--accent-wash)',
      itemSelectedColor: 'var(--accent)',
      groupTitleFontSize: 12,
      groupTitleColor: 'var(--ink-3)',
    },
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
    Drawer: { paddingLG: 20 },
    Modal: { titleFontSize: 15 },
    Tag: { borderRadiusSM: 4 },
  },
})

declare module 'react' {
  interface CSSProperties {
    [variable: `--${string}`]: string | number | undefined
  }
}
