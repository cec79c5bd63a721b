#!/usr/bin/env bash
# ONNX Runtime 1.29.0, Java on Linux: as it comes from Maven Central it reports to its maker, and says so in a file in the jar only.
#
# That builds for Windows emit events is known; there the system decides what becomes of them. The native library for Linux brings a
# client of its own that sends them over HTTPS, and it is on unless it is told otherwise: a dependency that only computes, in a program
# that never opens a connection. As soon as an environment is made there are an id of the device and a store of events in the home
# folder. OrtEnvironment.setTelemetry(false), the switch of the Java interface, can be called after that only, and they stay.
# ORT_DISABLE_TELEMETRY=1 in the environment of the process helps, if it is there before the library is loaded; a Java program that
# wants to spare its users that has to call setenv of the C library.
#
# Seen, each in an empty home folder; nothing was sent from here, where there is no network:
#   as it comes              .cache/Microsoft/DeveloperTools/.onnxruntime/deviceid .cache/Microsoft/DeveloperTools/.onnxruntime/onnxruntime.db
#   setTelemetry(false)      .cache/Microsoft/DeveloperTools/.onnxruntime/deviceid .cache/Microsoft/DeveloperTools/.onnxruntime/onnxruntime.db
#   ORT_DISABLE_TELEMETRY=1  nothing
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'XML'
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency>
      <groupId>com.microsoft.onnxruntime</groupId><artifactId>onnxruntime</artifactId><version>1.29.0</version>
    </dependency>
  </dependencies>
</project>
XML
mvn -B -q -ntp dependency:copy-dependencies -DoutputDirectory=lib > maven.log 2>&1 || { cat maven.log; exit 1; }

cat > Finding.java <<'JAVA'
import ai.onnxruntime.OrtEnvironment;

class Finding {
    public static void main(String[] arguments) throws Exception {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        if (arguments.length > 0) {
            environment.setTelemetry(false);
        }
        Thread.sleep(3000);
        environment.close();
    }
}
JAVA

# What a run leaves in its home folder. The proxy leads nowhere, so that nothing can be sent.
left_by() {
    home=$work/home-$1
    mkdir "$home"
    env -u XDG_CACHE_HOME HOME="$home" https_proxy=http://127.0.0.1:9 $2 java -cp 'lib/*' Finding.java $3
    left=$(cd "$home" && find . -type f -printf '%P ' | tr ' ' '\n' | sort | tr '\n' ' ' | sed 's/^ *//; s/ *$//')
    echo "${left:-nothing}"
}

plain=$(left_by plain "" "")
switched=$(left_by switched "" off)
disabled=$(left_by disabled ORT_DISABLE_TELEMETRY=1 "")
echo "as it comes              $plain"
echo "setTelemetry(false)      $switched"
echo "ORT_DISABLE_TELEMETRY=1  $disabled"
if [ "$plain" = nothing ] || [ "$switched" = nothing ] || [ "$disabled" != nothing ]; then
    echo "CHANGED: what is left in the home folder"
    exit 1
fi
