-- Each thread of wrk is one client with one connection: how long each waited for its worst answer is its own figure, which percentiles
-- over all requests hide. A client that still waits at the end has waited that long, too.
local ffi = require("ffi")
ffi.cdef([[ typedef struct { long s; long ns; } moment; int clock_gettime(int, moment *); ]])
local moment = ffi.new("moment")
local function now()
  ffi.C.clock_gettime(1, moment)
  return tonumber(moment.s) * 1e3 + tonumber(moment.ns) / 1e6
end

local threads = {}
function setup(thread) table.insert(threads, thread) end

function init(args)
  worst, answered, wrong, asked = 0, 0, 0, now()
  local file = os.getenv("BEATBENCH_BODY")
  if file and file ~= "" then
    local handle = io.open(file)
    wrk.method, wrk.body = "POST", handle:read("*a")
    handle:close()
    wrk.headers["Content-Type"] = "application/json"
  end
  text = wrk.format()
end

function request()
  asked = now()
  return text
end

function response(status)
  worst = math.max(worst, now() - asked)
  answered = answered + 1
  if status ~= 200 then wrong = wrong + 1 end
end

function done(summary, latency, requests)
  local waits, without, wrongs = {}, 0, 0
  for _, thread in ipairs(threads) do
    if thread:get("answered") == 0 then without = without + 1 end
    wrongs = wrongs + thread:get("wrong")
    table.insert(waits, thread:get("worst"))
  end
  table.sort(waits)
  local errors = summary.errors
  print(string.format("figures %f %f %f %f %f %f %f %f %d %d", (summary.requests - wrongs) / summary.duration * 1e6,
    latency:percentile(50) / 1e3, latency:percentile(90) / 1e3, latency:percentile(99) / 1e3, latency:percentile(99.9) / 1e3,
    waits[#waits], waits[1], waits[math.ceil(#waits / 2)], without,
    wrongs + errors.connect + errors.read + errors.write + errors.timeout))
end
