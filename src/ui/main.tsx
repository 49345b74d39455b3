import { createRoot } from 'react-dom/client';
import { createClient } from '../api/client.ts';
import { App } from './App.tsx';
import { createController } from './controller/index.ts';
import { browserKeep } from './kept.ts';
import { findTransport } from './transport.ts';
import './styles/index.css';

const place = document.getElementById('app');
if (place) {
  const controller = createController(createClient(findTransport()), (title) => (document.title = title), browserKeep());
  createRoot(place).render(<App controller={controller} />);
  addEventListener('pagehide', () => {
    controller.documents.leave();
    controller.reviews.flush();
  });
  void controller.start();
}
