/** The command line: reads arguments, assembles the application, shows progress, and turns errors into exit codes. */
package crosspike.cli;
