#!/usr/bin/env bash
# BioSig 2.5.0: a record of 360 Hz that is converted to EDF comes back with 359.971 Hz, and without its annotations.
#
# EDF has no sampling rate, only the duration of a data record and the samples in it. save2gdf writes records of one
# sample and their duration with six decimals: 0.002778 s for 360 Hz, from which everybody computes 359.971 Hz, BioSig
# too. In half an hour that is 52 samples or 0.14 s, so annotations of the original no longer meet their beats; 128 Hz
# (0.007812 s) suffers as well, 250, 500 and 1000 Hz do not. The file says EDF+C, which demands a signal of annotations,
# and has none: the ten beat marks that BioSig read from the WFDB record are gone, without a message and with exit code
# 0. So the rate of an EDF file with records of one sample is better rounded to what recorders have, or asked for.
#
# Seen, ten seconds of a synthetic record, format 16, with ten annotations:
#   128 Hz: EDF+C, a record lasts 0.007812 s, read as 128.008193 Hz, annotations: 10 before, 0 after, 0 signals for them
#   250 Hz: EDF+C, a record lasts 0.004000 s, read as 250.000000 Hz, annotations: 10 before, 0 after, 0 signals for them
#   360 Hz: EDF+C, a record lasts 0.002778 s, read as 359.971202 Hz, annotations: 10 before, 0 after, 0 signals for them
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# with what it needs and this machine lacks; for Debian 12
mkdir -p packages/partial
apt-get install -y -qq --no-install-recommends --download-only -o Debug::NoLocking=1 \
    -o Dir::Cache::archives="$work/packages" biosig-tools=2.5.0-1+b1 > apt.log 2>&1 || { cat apt.log; exit 1; }
shopt -s nullglob
for package in packages/*.deb; do
    dpkg -x "$package" root
done
PATH=$work/root/usr/bin:$PATH
LD_LIBRARY_PATH=$(echo "$work"/root/{usr/lib,lib}/*-linux-gnu | tr ' ' :)
export LD_LIBRARY_PATH

# A sine of 1 Hz, and a normal beat (code 1) every second from 0.5 s on.
cat > Record.java <<'JAVA'
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

class Record {
    public static void main(String[] rates) throws IOException {
        for (String rate : rates) {
            ByteBuffer samples = ByteBuffer.allocate(7200).order(ByteOrder.LITTLE_ENDIAN);
            short sum = 0;
            for (int i = 0; i < 3600; i++) {
                short value = (short) Math.round(200 * Math.sin(2 * Math.PI * i / 360));
                samples.putShort(value);
                sum += value;
            }
            ByteBuffer annotations = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
            for (int beat = 0; beat < 10; beat++) {
                annotations.putShort((short) (1 << 10 | (beat == 0 ? 180 : 360)));
            }
            Files.write(Path.of("at" + rate + ".dat"), samples.array());
            Files.write(Path.of("at" + rate + ".atr"), annotations.array());
            String header = "at%s 1 %s 3600%nat%s.dat 16 200/mV 11 0 0 %d 0 MLII%n";
            Files.writeString(Path.of("at" + rate + ".hea"), String.format(header, rate, rate, rate, sum));
        }
    }
}
JAVA
java Record.java 128 250 360

rate_in() { sed -n '/"Samplingrate"/{s/[^0-9.]//gp;q}' "$1"; }

for rate in 128 250 360; do
    save2gdf -JSON "at$rate.hea" > "wfdb$rate.json" 2> /dev/null
    save2gdf -f=EDF "at$rate.hea" "at$rate.edf" > /dev/null 2>&1
    save2gdf -JSON "at$rate.edf" > "edf$rate.json" 2> /dev/null
    duration=$(head -c 252 "at$rate.edf" | tail -c 8 | tr -d ' ')
    marks=$(grep -c '"TYP"' "wfdb$rate.json") || true
    kept=$(grep -c '"TYP"' "edf$rate.json") || true
    signals=$(grep -c -a 'EDF Annotations' "at$rate.edf") || true
    kind=$(head -c 197 "at$rate.edf" | tail -c 5)
    echo "$rate Hz: $kind, a record lasts $duration s, read as $(rate_in "edf$rate.json") Hz," \
        "annotations: $marks before, $kept after, $signals signals for them"
done > seen
cat seen
grep -q '^128 Hz: EDF+C, .*read as 128.0081.* 10 before, 0 after, 0 signals for them$' seen &&
    grep -q '^250 Hz: EDF+C, .*read as 250.0000.* 10 before, 0 after, 0 signals for them$' seen &&
    grep -q '^360 Hz: EDF+C, .*read as 359.9712.* 10 before, 0 after, 0 signals for them$' seen || {
    echo "CHANGED: rates or annotations are kept in another way"
    exit 1
}
