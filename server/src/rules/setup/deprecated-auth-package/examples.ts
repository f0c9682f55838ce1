import type { Examples } from '../../../core/examples';

const examples: Examples = {
  bad: [
    {
      name: 'Lucia with two companions',
      files: {
        'package.json': `{
  "name": "shop",
  "dependencies": {
    "lucia": "^3.2.2",
//  ^^^^^^^ deprecated
    "oslo": "^1.2.1",
    "arctic": "^1.9.2"
  }
}
`,
      },
    },
    {
      name: 'an adapter for version 2',
      files: {
        'package.json': `{
  "name": "shop",
  "devDependencies": {
    "typescript": "^5.6.0"
  },
  "dependencies": {
    "@lucia-auth/adapter-mongoose": "^3.0.0",
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ deprecated
    "mongoose": "^8.0.0"
  }
}
`,
      },
    },
  ],
  good: [
    {
      name: 'the packages that took their place',
      files: {
        'package.json': `{
  "name": "shop",
  "dependencies": {
    "@oslojs/crypto": "^1.0.1",
    "@oslojs/encoding": "^1.1.0"
  }
}
`,
      },
    },
    {
      name: 'nothing about authentication',
      files: {
        'package.json': `{
  "name": "shop",
  "dependencies": {
    "hono": "^4.6.0"
  }
}
`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'the words elsewhere in the file',
      files: {
        'package.json': `{
  "name": "lucia",
  "keywords": ["oslo", "arctic", "lucia"],
  "scripts": {
    "lucia": "echo oslo"
  },
  "dependencies": {
    "lucia-icons": "^1.0.0"
  }
}
`,
      },
    },
  ],
};

export default examples;
