#!/usr/bin/env bash
# BioSig 2.5.0: of a WFDB record it ignores the baseline where there is an ADC zero, and reads annotations one sample
# early.
#
# header(5) of WFDB: the baseline, in brackets behind the gain, is the sample value of 0 mV; only where it is missing
# the ADC zero stands for it. Many records have both, and they differ. BioSig takes the ADC zero in any case: every
# voltage is off by the same amount, beats keep their shape, and thresholds in mV lie. Annotations come one sample
# before the place that the file gives them, as if it counted from 1; and the patient, of whom nothing is said, is
# female.
#
# Seen, a synthetic record of 360 Hz with gain 200(900)/mV, ADC zero 1024, all samples 1000, annotations at 180, 540,
# ...:
#   voltage: by header(5) (1000 - 900) / 200 = 0.5 mV, BioSig -0.12 mV, which is (1000 - 1024) / 200
#   first annotation: written at sample 180, BioSig 0.497222 s, which is sample 179
#   sex: not in the header, BioSig Female
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

# 3,600 samples of 1000 (e8 03), and a normal beat (code 1) every second from 0.5 s on: b4 04 is 1 << 10 | 180.
for _ in {1..3600}; do printf '\xe8\x03'; done > flat.dat
{
    printf '\xb4\x04'
    for _ in {1..9}; do printf '\x68\x05'; done
    printf '\0\0'
} > flat.atr
# 3,600,000 as the signed 16-bit number that header(5) wants
printf 'flat 1 360 3600\nflat.dat 16 200(900)/mV 11 1024 1000 -4480 0 MLII\n' > flat.hea

save2gdf -JSON flat.hea > flat.json 2> /dev/null
save2gdf -CSV flat.hea flat.csv > /dev/null 2>&1
millivolts=$(sed -n 2p flat.csv)
seconds=$(sed -n '/"POS"/{s/[^0-9.]//gp;q}' flat.json)
sample=$(awk -v seconds="$seconds" 'BEGIN { printf "%.0f", seconds * 360 }')
sex=$(sed -n 's/.*"Gender"[^:]*: "\(.*\)".*/\1/p' flat.json)
echo "voltage: by header(5) (1000 - 900) / 200 = 0.5 mV, BioSig $millivolts mV, which is (1000 - 1024) / 200"
echo "first annotation: written at sample 180, BioSig $seconds s, which is sample $sample"
echo "sex: not in the header, BioSig $sex"
[[ $millivolts == -0.12 && $sample == 179 && $sex == Female ]] || {
    echo "CHANGED: the record is read in another way"
    exit 1
}
