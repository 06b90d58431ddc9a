"""The demo's customer pages, as a browser and as a stranger ask for them."""

import asyncio

import httpx
import pytest

from traydial.app.contact_trial import try_sources
from traydial.app.demo import DemoThread, _with_cards, office
from traydial.demo.customers import Customers
from traydial.domain.screen_pop import page_of
from traydial.domain.settings import read


async def no_secret(_):
    return ""


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("+442079460018", "<h1>Harriet Shaw</h1>"),
        ("+4989123456", "<h1>A customer</h1>"),
    ],
)
def test_who_calls_in_the_demo_has_a_page(number, shown):
    with DemoThread(office(None)) as demo:
        page = page_of(demo.settings, number)
        assert read({"pop": {"url": demo.settings.pop.url}})[1] == []
        answer = httpx.get(page)
    assert (answer.status_code, number in answer.text, shown in answer.text) == (200, True, True)


def test_the_demo_s_sources_know_callers_and_people_to_call(tmp_path):
    async def scenario(settings):
        told = {}
        for text in ("+4940228870", "+4989123456", "daniel", "harriet"):
            await try_sources(
                settings, no_secret, None, text, lambda a: told.setdefault(a.source, []).append(a)
            )
        return {source: [[c.name for c in a.contacts] for a in of] for source, of in told.items()}

    with DemoThread(office(None)) as demo:
        settings = _with_cards(demo.settings, tmp_path)
        known = asyncio.run(scenario(settings))
    assert known == {
        "Customer system": [["Dr. Elif \u00d6zt\u00fcrk"], [], [], ["Harriet Shaw"]],
        "Contact files": [[], [], ["Daniel Costa"], []],
    }


def test_strangers_get_nothing_of_theirs_back():
    async def scenario():
        async with Customers() as customers:
            url = customers.template.partition("?")[0]
            async with httpx.AsyncClient() as client:
                hostile = await client.get(url, params={"phone": "<script>x</script>"})
                assert "<script>" not in hostile.text
                assert (await client.get(url + "/../x")).status_code == 404
                assert (await client.post(url)).status_code == 404
            port = int(url.split(":")[2].partition("/")[0])
            for nonsense in (b"\0" * 20_000, b"GET\r\n\r\n", b"GET http://[ HTTP/1.1\r\n\r\n"):
                reader, writer = await asyncio.open_connection("127.0.0.1", port)
                writer.write(nonsense)
                writer.write_eof()
                await reader.read()
                writer.close()

    asyncio.run(scenario())
