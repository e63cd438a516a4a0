using System.CommandLine;
using Microsoft.Extensions.Options;
using WeddingStudio.Engine.Inference.Packs;
using WeddingStudio.Engine.Inference.Pulling;

namespace WeddingStudio.Web.Commands.Models;

/// <summary>The command line of `models pull`; <see cref="Pull"/> does the work.</summary>
internal static class PullCommand
{
    private const string AcceptLicence = "--accept-licence";
    private static readonly string[] ProxyKinds = ["http", "https", "socks4", "socks4a", "socks5"];

    public static Command Create()
    {
        var pack = new Argument<string>("PACK") { Description = "Which pack; `models list` names those that can be pulled." };
        var proxy = new Option<string>("--proxy") { Description = "A proxy to go through, like http://proxy:8080; "
            + "HTTPS_PROXY and NO_PROXY of the environment count if not given.", HelpName = "URL" };
        var from = new Option<string>("--from")
        {
            Description = "A folder or a zip file that holds the pack's files, or the address of a server that has them; "
                + "where the list says if not given.",
            HelpName = "PLACE",
        };
        var accept = new Option<bool>(AcceptLicence) { Description = "You have read the pack's licence and keep to it." };
        var models = new ModelOptions();
        proxy.Validators.Add(option =>
        {
            if (option.Tokens is [var url]
                && !(Uri.TryCreate(url.Value, UriKind.Absolute, out var given) && ProxyKinds.Contains(given.Scheme)))
                option.AddError($"--proxy '{url.Value}': write it like http://proxy:8080.");
        });

        var command = new Command("pull", "Fetches a pack of models, goes on with one that was broken off, and checks every file.")
        {
            pack, from, proxy, accept,
        };
        models.AddTo(command, named: false);
        command.SetAction(async (line, ct) =>
        {
            var source = ModelSources.Read().Find(line.GetValue(pack)!);
            if (source.Restricted && !line.GetValue(accept))
                throw new CommandException(LicenceFirst(source, line));
            await using var services = CommandServices.ForModels(models.Read(line));
            var folder = services.GetRequiredService<ModelLibrary>().SearchOrder[0];
            var place = line.GetValue(from) ?? services.GetRequiredService<IOptions<ModelsOptions>>().Value.ModelsMirror?.AbsoluteUri;
            return await new Pull(source, folder, place, line.GetValue(proxy) is { } url ? new Uri(url) : null).RunAsync(ct);
        });
        return command;
    }

    private static string LicenceFirst(PackSource source, ParseResult line) => $"""
        {source.Name}: {source.Licence}
        If that suits you, accept it with
          {ThisProgram.CommandLine([.. line.Tokens.Select(token => token.Value), AcceptLicence])}
        """;
}
