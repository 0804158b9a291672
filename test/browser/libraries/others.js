import AwsS3 from '@uppy/aws-s3';
import Uppy from '@uppy/core';
import Tus from '@uppy/tus';
import XHRUpload from '@uppy/xhr-upload';
import Dropzone from 'dropzone';
import * as FilePond from 'filepond';
import { mount } from 'svelte';
import { createApp, h } from 'vue';
import Input from './Input.svelte';
import { handled, input, upload } from './tools.js';

export function plainVue(zone) {
  createApp({
    render: () => h('input', { type: 'file', onChange: ({ target }) => upload(target.files) }),
  }).mount(zone);
}

export function plainSvelte(zone) {
  mount(Input, { target: zone, props: { given: upload } });
}

export function filepond(zone) {
  zone.append(input());
  FilePond.create(zone.firstChild, {
    server: '/upload',
    credits: false,
    onaddfile: (_, { file }) => handled([file]),
  });
}

export function dropzone(zone) {
  zone.className = 'dropzone';
  const box = new Dropzone(zone, { url: '/upload', createImageThumbnails: false });
  box.on('addedfile', (file) => handled([file]));
}

export const uppyXhr = (zone) => uppy(zone, (it) => it.use(XHRUpload, { endpoint: '/upload' }));
export const uppyTus = (zone) =>
  uppy(zone, (it) => it.use(Tus, { endpoint: '/tus/', chunkSize: 1000, retryDelays: [] }));
export const uppyS3 = (zone) =>
  uppy(zone, (it) =>
    it.use(AwsS3, {
      shouldUseMultipart: false,
      signRequest: ({ key }) => ({
        url: `https://bucket.s3.us-west-2.amazonaws.com/${key}?X-Amz-Signature=signed`,
      }),
    }),
  );

function uppy(zone, use) {
  const it = use(new Uppy({ autoProceed: true }));
  const field = zone.appendChild(input());
  field.onchange = () => {
    handled(field.files);
    for (const data of field.files) it.addFile({ name: data.name, type: data.type, data, source: 'test' });
  };
}

/** As Gradio's client does it (`upload_files` of @gradio/client). */
export function gradioLike(zone) {
  const field = zone.appendChild(input());
  field.onchange = () => {
    handled(field.files);
    const form = new FormData();
    for (const file of field.files) form.append('files', file);
    fetch('/gradio_api/upload?upload_id=abc', { method: 'POST', body: form });
    field.value = '';
  };
}

/** As Streamlit's file uploader does it (`FileUploadClient`): a PUT with the file in a form, by XMLHttpRequest. */
export function streamlitLike(zone) {
  const field = zone.appendChild(input());
  field.onchange = () => {
    handled(field.files);
    for (const file of field.files) {
      const form = new FormData();
      form.append(file.name, file);
      const xhr = new XMLHttpRequest();
      xhr.open('PUT', '/_stcore/upload_file/session/1');
      xhr.send(form);
    }
  };
}

/** As ComfyUI's page does it (`uploadFile` of its image widgets): an input that is in no document. */
export function comfyLike(zone) {
  const button = zone.appendChild(document.createElement('button'));
  button.id = 'button';
  button.textContent = 'choose';
  button.onclick = () => {
    const field = input();
    field.onchange = () => {
      handled(field.files);
      const form = new FormData();
      form.append('image', field.files[0]);
      form.append('type', 'input');
      form.append('overwrite', 'true');
      fetch('/upload/image', { method: 'POST', body: form });
    };
    field.click();
  };
}
