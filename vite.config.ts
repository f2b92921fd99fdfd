// Builds the pages into dist/web, and serves them while they are being worked on.
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'

/** A server that runs beside: `npm start` by default. Its host stays ours, since it refuses calls from foreign origins. */
const server = { target: `http://127.0.0.1:${process.env.SERVER_PORT ?? '4180'}`, changeOrigin: false }

export default defineConfig({
  plugins: [
    react(),
    VitePWA({
      // The person decides when the new version comes in: nobody loses a half-filled form to an update.
      registerType: 'prompt',
      injectRegister: false,
      manifest: {
        name: '职守 · 物业客户中心',
        short_name: '职守',
        description: 'Property customer centre',
        lang: 'zh-CN',
        start_url: '/',
        display: 'standalone',
        background_color: '#f4f7f6',
        theme_color: '#0b6b68',
        icons: [
          { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
      workbox: {
        globPatterns: ['**/*.{js,css,html,svg,png}'],
        // The chart library is fetched by whoever opens the board, not kept on every phone.
        globIgnores: ['**/drawing-*.js'],
        navigateFallback: '/index.html',
        // What the server answers itself is never taken from the kept shell.
        navigateFallbackDenylist: [/^\/api\//, /^\/metrics/],
        runtimeCaching: [],
      },
    }),
  ],
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 1200,
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': server, '/metrics': server },
  },
})
