@echo off
rem Starts Beatbench. Needs a Java 17 runtime or later: the one in JAVA_HOME, else the one on the PATH.
setlocal
set "HOME_FOLDER=%~dp0.."
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
if not defined BEATBENCH_COMMAND set "BEATBENCH_COMMAND=%~0"
if not defined BEATBENCH_PLUGINS set "BEATBENCH_PLUGINS=%HOME_FOLDER%\plugins"
rem Those that go through recordings keep little of a day; see beatbench.
set "COLLECTOR="
if not defined BEATBENCH_JAVA_OPTIONS if /I "%~1"=="predict" set "COLLECTOR=-XX:+UseSerialGC"
if not defined BEATBENCH_JAVA_OPTIONS if /I "%~1"=="detect" set "COLLECTOR=-XX:+UseSerialGC"
if not defined BEATBENCH_JAVA_OPTIONS if /I "%~1"=="serve" set "COLLECTOR=-XX:+UseSerialGC"
"%JAVA%" -Djava.awt.headless=true --enable-native-access=ALL-UNNAMED %COLLECTOR% %BEATBENCH_JAVA_OPTIONS% -cp "%HOME_FOLDER%\lib\*" org.beatbench.app.Main %*
exit /b %ERRORLEVEL%
