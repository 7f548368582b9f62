/** Names of files that say where others go. */

export const composeName = /^(?:docker-)?compose(?:[._-][\w.-]*)?\.ya?ml$|^docker-stack[\w.-]*\.ya?ml$/i;
export const dockerName = /^(?:[\w.-]+[._-])?(?:Dockerfile|Containerfile)(?:[._-][\w.-]+)?$|\.dockerfile$/i;
