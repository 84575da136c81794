export { projectDirectory, stateDirectory } from './infrastructure/project-directory';
