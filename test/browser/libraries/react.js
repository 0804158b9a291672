import Upload from 'antd/es/upload/index.js';
import { createElement, useRef } from 'react';
import { createRoot } from 'react-dom/client';
import { useDropzone } from 'react-dropzone';
import { handled, upload } from './tools.js';

const draw = (zone, component) => createRoot(zone).render(createElement(component));

export function plainReact(zone) {
  draw(zone, () => createElement('input', { type: 'file', onChange: ({ target }) => upload(target.files) }));
}

export function reactDropzone(zone) {
  draw(zone, () => {
    const { getRootProps, getInputProps } = useDropzone({ onDrop: upload });
    return createElement(
      'div',
      getRootProps({ style: { height: 80 } }),
      createElement('input', getInputProps()),
      'drop',
    );
  });
}

export function antd(zone) {
  draw(zone, () => {
    const calls = useRef(0);
    const onChange = ({ file }) => {
      if (file.status === 'uploading' && calls.current++ === 0) handled([file]);
    };
    const drag = createElement('p', { style: { height: 80 } }, 'drop');
    return createElement(Upload.Dragger, { action: '/upload', name: 'file', onChange }, drag);
  });
}
